package org.moderationdesk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The examples of RFC 8785, sections 3.2.2 and 3.2.3 and appendix B, and those of its authors' own test data. */
class CanonicalJsonTest {
    @Test
    void valuesAreWrittenAsTheStandardShows() {
        String input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }
            """;

        assertThat(canonical(input))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void keysAreSortedByTheirCodeUnits() {
        String input = """
            {
              "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\u000a": "Newline", "1": "One",
              "\\u0080": "Control\\u007f", "\\ud83d\\ude02": "Smiley",
              "\\u00f6": "Latin Small Letter O With Diaeresis",
              "\\ufb33": "Hebrew Letter Dalet With Dagesh", "</script>": "Browser Challenge"
            }
            """;

        assertThat(canonical(input))
                .isEqualTo("{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\","
                        + "\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude02\":\"Smiley\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[ 56 , { \"d\" : true , \"10\" : null , \"1\" : [ ] } ] | [56,{\"1\":[],\"10\":null,\"d\":true}]",
                "{\"peach\":\"a\",\"péché\":\"b\",\"pêche\":\"c\",\"sin\":\"d\"}"
                        + "|{\"peach\":\"a\",\"péché\":\"b\",\"pêche\":\"c\",\"sin\":\"d\"}",
                "{\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56.0},\"10\":{},\"\":\"empty\",\"a\":{},"
                        + "\"111\":[{\"e\":\"yes\",\"E\":\"no\"}],\"A\":{}}"
                        + "|{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}",
                "{\"Unnormalized Unicode\":\"A\\u030a\"}|{\"Unnormalized Unicode\":\"A\u030a\"}"
            })
    void structuresAreWrittenWithoutBlanksAndInOrder(String input, String expected) {
        assertThat(canonical(input)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreWrittenAsEcmaScriptDoes(String bits, String expected) {
        assertThat(CanonicalJson.write(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(expected);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        var random = new Random(8785);
        for (int i = 0; i < 200_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(CanonicalJson.write(number))).isEqualTo(number);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double number) {
        assertThatThrownBy(() -> CanonicalJson.write(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 53, -(1L << 53), Long.MAX_VALUE, Long.MIN_VALUE})
    void integersThatADoubleCannotHoldAreRefused(long number) {
        assertThatThrownBy(() -> CanonicalJson.write(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestIntegersAreWritten() {
        assertThat(CanonicalJson.write(List.of((1L << 53) - 1, 1 - (1L << 53), Integer.MIN_VALUE)))
                .isEqualTo("[9007199254740991,-9007199254740991,-2147483648]");
    }

    @Test
    void halfACharacterIsRefused() {
        for (String half : List.of("\ud83d", "\ude02", "\ude02\ud83d", "a\ud83d", "\ud83da")) {
            assertThatThrownBy(() -> CanonicalJson.write(half)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CanonicalJson.write(Map.of(half, 1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatHasNoCanonicalFormIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(String json) {
        return CanonicalJson.write(JsonMapper.shared().readValue(json, Object.class));
    }
}
