package org.moderationdesk.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What a sample picture shows: plain shapes, drawn here. */
enum Scene {
    KITCHEN {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, tint(random, 0.12f), new Color(0xF4EBDD));
            on.setColor(new Color(0x8A6A4A));
            on.fillRect(0, height * 2 / 3, width, height / 3);
            on.setColor(new Color(0x3E4A52));
            on.fillRoundRect(width / 6, height / 3, width * 2 / 3, height / 30, 12, 12);
            for (int i = 0; i < 5; i++) {
                int x = width / 5 + i * width / 8;
                on.setColor(new Color(0x5B4636));
                on.fillRoundRect(x, height / 3 - height / 12, width / 40, height / 12, 6, 6);
                on.setColor(new Color(0xC9D0D4));
                on.fillRect(x, height / 3 + height / 30, width / 40, height / 10 + i * height / 60);
            }
        }
    },
    MUSEUM {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, new Color(0xE9E3D6), tint(random, 0.1f));
            on.setColor(new Color(0x6B4A2F));
            on.setStroke(new BasicStroke(width / 30f));
            on.drawRect(width / 6, height / 6, width * 2 / 3, height * 2 / 3);
            on.setColor(new Color(0xD8D6D0));
            on.fillRect(width / 2 - width / 10, height * 2 / 3, width / 5, height / 7);
            on.fill(new Ellipse2D.Double(width / 2d - width / 12d, height / 3d, width / 6d, height / 3d));
            on.fill(new Ellipse2D.Double(width / 2d - width / 18d, height / 4d, width / 9d, width / 9d));
        }
    },
    GARDEN {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, new Color(0x9CCBEB), new Color(0xE9F5FB));
            on.setColor(new Color(0x6FA25A));
            on.fillRect(0, height * 3 / 4, width, height / 4);
            on.setColor(tint(random, 0.6f));
            int x = width / 2 - width / 24;
            on.fillRoundRect(x, height / 2, width / 12, height / 4, 30, 30);
            var nose = new Path2D.Double();
            nose.moveTo(x, height / 2d + 10);
            nose.lineTo(x + width / 24d, height / 2d - height / 12d);
            nose.lineTo(x + width / 12d, height / 2d + 10);
            on.fill(nose);
            on.setColor(new Color(0xE05A2B));
            on.setStroke(new BasicStroke(6));
            on.drawLine(0, height * 5 / 6, width, height * 5 / 6);
        }
    },
    LANDSCAPE {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, tint(random, 0.35f), new Color(0xFBEBD3));
            on.setColor(new Color(0xF7D774));
            int size = width / 8;
            on.fillOval(random.nextInt(width - size), height / 6, size, size);
            for (int row = 0; row < 4; row++) {
                on.setColor(new Color(60 + row * 10, 140 - row * 22, 110 - row * 18));
                var hill = new Path2D.Double();
                hill.moveTo(0, height);
                double base = height * (0.5 + row * 0.12);
                double phase = random.nextDouble() * 6;
                for (int x = 0; x <= width; x += 20) {
                    hill.lineTo(x, base + StrictMath.sin(phase + x / 110d) * height / 22);
                }
                hill.lineTo(width, height);
                on.fill(hill);
            }
        }
    },
    POSTER {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, tint(random, 0.5f), tint(random, 0.3f));
            on.setColor(Color.WHITE);
            on.fillRoundRect(width / 10, height / 10, width * 4 / 5, height / 6, 24, 24);
            lines(on, width, height / 3, 6 + random.nextInt(5));
        }
    },
    COINS {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, new Color(0x5B2A86), new Color(0xC8447A));
            for (int i = 0; i < 14; i++) {
                int size = width / 9 + random.nextInt(width / 9);
                int x = random.nextInt(width - size);
                int y = height / 2 + random.nextInt(height / 2 - size);
                on.setColor(new Color(0xB98312));
                on.fillOval(x, y + 8, size, size);
                on.setColor(new Color(0xF2C14B));
                on.fillOval(x, y, size, size);
                on.setColor(new Color(0xFBE08A));
                on.fillOval(x + size / 4, y + size / 4, size / 2, size / 2);
            }
            lines(on, width, height / 8, 4);
        }
    },
    FIRST_AID {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, new Color(0xF7F5EF), new Color(0xE7EEF1));
            for (int step = 0; step < 3; step++) {
                int y = height / 12 + step * height * 3 / 10;
                on.setColor(tint(random, 0.15f));
                on.fillRoundRect(width / 10, y, width * 4 / 5, height / 4, 20, 20);
                on.setColor(new Color(0xE8BFA0));
                on.fillRoundRect(width / 5, y + height / 10, width / 2, height / 16, 40, 40);
                on.setColor(new Color(0xFDFDFD));
                on.fillRect(width / 4 + step * width / 16, y + height / 10, width / 10, height / 16);
                on.setColor(new Color(0xC0392B));
                on.fillRect(width * 4 / 5, y + height / 12, width / 40, height / 12);
                on.fillRect(width * 4 / 5 - width / 40, y + height / 9, width * 3 / 40, width / 40);
            }
        }
    },
    /** Nobody: a drawn head and shoulders. */
    SPEAKER {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            sky(on, width, height, tint(random, 0.12f), new Color(0xC9D4D2));
            double side = Math.min(width, height);
            on.setColor(new Color(0x4C6A7A));
            on.fill(new Ellipse2D.Double(width / 2d - side * 0.42, height * 0.62, side * 0.84, height * 0.7));
            on.setColor(new Color(0x9FB4BC));
            on.fill(new Ellipse2D.Double(width / 2d - side / 5, height * 0.38 - side / 4, side * 0.4, side / 2));
            on.setColor(new Color(0x33413F));
            for (int eye = -1; eye <= 1; eye += 2) {
                double x = width / 2d + eye * side / 12;
                on.fill(new Ellipse2D.Double(x - side / 60, height * 0.36, side / 30, side / 30));
            }
        }
    },
    /** Stands for a picture that is never shown. */
    TEST_PATTERN {
        @Override
        void draw(Graphics2D on, int width, int height, Random random) {
            int bars = 7;
            for (int bar = 0; bar < bars; bar++) {
                on.setColor(Color.getHSBColor(bar / 7f + random.nextInt(3) / 40f, 0.35f, 0.85f));
                on.fillRect(bar * width / bars, 0, width / bars + 1, height * 3 / 4);
            }
            for (int bar = 0; bar < bars; bar++) {
                int grey = 30 + bar * 30 + random.nextInt(10);
                on.setColor(new Color(grey, grey, grey));
                on.fillRect(bar * width / bars, height * 3 / 4, width / bars + 1, height / 4 + 1);
            }
        }
    };

    abstract void draw(Graphics2D on, int width, int height, Random random);

    /** The same seed paints the same picture. */
    BufferedImage paint(int width, int height, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        try {
            on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            draw(on, width, height, new Random(seed));
        } finally {
            on.dispose();
        }
        return image;
    }

    private static void sky(Graphics2D on, int width, int height, Color top, Color bottom) {
        on.setPaint(new GradientPaint(0, 0, top, 0, height, bottom));
        on.fillRect(0, 0, width, height);
    }

    private static Color tint(Random random, float saturation) {
        return Color.getHSBColor(random.nextFloat(), saturation, 0.9f);
    }

    /** Bars where a poster has its words: fonts differ between machines, bars do not. */
    private static void lines(Graphics2D on, int width, int from, int count) {
        on.setColor(new Color(0xFFFFFF));
        for (int line = 0; line < count; line++) {
            int length = width * (8 - line % 4) / 12;
            on.fillRoundRect((width - length) / 2, from + line * width / 14, length, width / 28, 14, 14);
        }
    }
}
