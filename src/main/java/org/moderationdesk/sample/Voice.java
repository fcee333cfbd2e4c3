package org.moderationdesk.sample;

import java.util.Random;

/**
 * Sounds that stand for others, 48,000 samples a second: something like speech, of vowels and hisses that say nothing,
 * a tune, and an empty room.
 */
enum Voice {
    LOW {
        @Override
        short[] samples() {
            return speech(105, new Random(11));
        }
    },
    HIGH {
        @Override
        short[] samples() {
            return speech(190, new Random(12));
        }
    },
    TUNE {
        @Override
        short[] samples() {
            int[] steps = {0, 4, 7, 12, 7, 4, 5, 9, 12, 9, 5, 7, 11, 14, 11, 7};
            short[] samples = new short[steps.length * RATE / 4];
            for (int i = 0; i < samples.length; i++) {
                int note = i * 4 / RATE;
                double since = (double) (i - note * RATE / 4) / RATE;
                double pitch = 220 * StrictMath.pow(2, steps[note] / 12d);
                double loud = StrictMath.exp(-6 * since) * Math.min(1, since * 200);
                double wave = StrictMath.sin(since * pitch * ROUND) + 0.4 * StrictMath.sin(since * pitch * 2 * ROUND);
                samples[i] = (short) (wave * loud * 7_000);
            }
            return samples;
        }
    },
    ROOM {
        @Override
        short[] samples() {
            var random = new Random(13);
            short[] samples = new short[2 * RATE];
            double smooth = 0;
            for (int i = 0; i < samples.length; i++) {
                smooth = 0.97 * smooth + 0.03 * (random.nextDouble() - 0.5);
                samples[i] = (short) (smooth * 4_000);
            }
            return samples;
        }
    };

    static final int RATE = 48_000;

    private static final double ROUND = 2 * Math.PI;
    private static final int SECONDS = 6;
    /** The lowest three resonances of a mouth, in hertz, for a, e, i, o and u. */
    private static final double[][] VOWELS = {
        {730, 1_090, 2_440}, {530, 1_840, 2_480}, {270, 2_290, 3_010}, {570, 840, 2_410}, {300, 870, 2_240}
    };

    abstract short[] samples();

    /** Pulses of a throat through the resonances of a mouth that opens and closes, now and then a hiss. */
    private static short[] speech(double pitch, Random random) {
        short[] samples = new short[SECONDS * RATE];
        double[][] state = new double[3][2];
        double throat = 0;
        int from = 0;
        while (from < samples.length) {
            int length = RATE * (110 + random.nextInt(130)) / 1_000;
            double[] vowel = VOWELS[random.nextInt(VOWELS.length)];
            boolean hiss = random.nextInt(5) == 0;
            boolean pause = random.nextInt(9) == 0;
            double high = pitch * (0.85 + random.nextDouble() * 0.35);
            for (int i = 0; i < length && from + i < samples.length; i++) {
                double part = (double) i / length;
                throat += high * (1.1 - 0.2 * part) / RATE;
                boolean pulse = throat >= 1;
                throat -= pulse ? 1 : 0;
                double source = hiss ? random.nextDouble() - 0.5 : pulse ? 8 : 0;
                double sum = 0;
                for (int formant = 0; formant < 3; formant++) {
                    sum += resonate(state[formant], source, vowel[formant], 60 + 40d * formant) / (formant + 1);
                }
                double loud = pause ? 0 : StrictMath.sin(part * Math.PI) * (hiss ? 0.3 : 1);
                samples[from + i] = (short) Math.clamp(sum * loud * 5_500, Short.MIN_VALUE, Short.MAX_VALUE);
            }
            from += length;
        }
        return samples;
    }

    private static double resonate(double[] state, double source, double hertz, double width) {
        double shrink = StrictMath.exp(-Math.PI * width / RATE);
        double now = source * (1 - shrink) * 4
                + 2 * shrink * StrictMath.cos(ROUND * hertz / RATE) * state[0]
                - shrink * shrink * state[1];
        state[1] = state[0];
        state[0] = now;
        return now;
    }
}
