package org.moderationdesk.base;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes a double as ECMAScript does, which RFC 8785 section 3.2.2.3 asks for. */
final class EcmaNumber {
    private EcmaNumber() {}

    static String format(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("not a JSON number");
        }
        if (number == 0) {
            return "0";
        }
        if (number < 0) {
            return "-" + format(-number);
        }
        var shortest = shortest(number);
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > 21 || point <= -6) {
            return exponential(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    /**
     * Since JDK 19 Double.toString gives the shortest digits that read back as the same double, but never fewer than
     * two: 4.9E-324 where one digit, 5e-324, is enough.
     */
    private static BigDecimal shortest(double number) {
        var shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (shortest.precision() == 2) {
            var single = new BigDecimal(number).round(new MathContext(1, RoundingMode.HALF_EVEN));
            return single.doubleValue() == number ? single.stripTrailingZeros() : shortest;
        }
        return shortest;
    }

    private static String exponential(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
