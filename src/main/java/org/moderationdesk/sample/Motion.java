package org.moderationdesk.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/** What moves in a scene. A whole turn ends where it began, so that a clip can go round and round. */
final class Motion {
    private static final double ROUND = 2 * Math.PI;
    private static final Color DARK = new Color(0x33413F);

    private Motion() {}

    /** @param turn from 0 to 1 */
    static void draw(Scene scene, Graphics2D on, int width, int height, double turn) {
        switch (scene) {
            case KITCHEN -> tossed(on, width, height, turn);
            case GARDEN -> drops(on, width, height, turn);
            case LANDSCAPE -> birds(on, width, height, turn);
            case COINS -> falling(on, width, height, turn);
            case SPEAKER -> talking(on, width, height, turn);
            case MUSEUM -> light(on, width, height, turn);
            case POSTER, FIRST_AID -> swept(on, width, height, turn);
            case TEST_PATTERN -> pointer(on, width, height, turn);
        }
    }

    /** Two hands, and an apple between them. */
    private static void tossed(Graphics2D on, int width, int height, double turn) {
        boolean back = turn >= 0.5;
        double way = back ? 2 - 2 * turn : 2 * turn;
        double high = 4 * way * (1 - way);
        on.setColor(new Color(0x7C5A44));
        on.fillRoundRect(width / 6, height * 3 / 4, width / 6, height / 24, 20, 20);
        on.fillRoundRect(width * 2 / 3, height * 3 / 4, width / 6, height / 24, 20, 20);
        on.setColor(new Color(0xC0392B));
        double size = width / 9d;
        double x = width / 4d + way * width / 2;
        on.fill(new Ellipse2D.Double(x - size / 2, height * 0.72 - high * height * 0.35, size, size));
    }

    private static void drops(Graphics2D on, int width, int height, double turn) {
        on.setColor(new Color(0x6B4A2F));
        for (int drop = 0; drop < 24; drop++) {
            double age = (turn + drop / 24d) % 1;
            double aside = StrictMath.sin(drop * 2.4) * width / 5;
            double size = width / 60d + age * width / 40;
            double up = height * 0.45 * 4 * age * (1 - age);
            on.fill(new Ellipse2D.Double(width / 2d + aside * age - size / 2, height * 0.7 - up, size, size));
        }
    }

    private static void birds(Graphics2D on, int width, int height, double turn) {
        on.setColor(DARK);
        on.setStroke(new BasicStroke(Math.max(2, width / 160f)));
        for (int bird = 0; bird < 5; bird++) {
            int span = width / 14;
            int x = (int) ((turn + bird / 5d) % 1 * (width + 2 * span)) - 2 * span;
            int y = height / 6 + bird * height / 24;
            int beat = (int) (StrictMath.sin((turn * 6 + bird / 5d) * ROUND) * span / 3);
            on.drawLine(x, y - beat, x + span / 2, y);
            on.drawLine(x + span / 2, y, x + span, y - beat);
        }
    }

    private static void falling(Graphics2D on, int width, int height, double turn) {
        for (int coin = 0; coin < 9; coin++) {
            double fallen = (turn + coin / 9d) % 1;
            double size = width / 12d;
            double thin = Math.abs(StrictMath.cos((turn * 3 + coin / 9d) * ROUND)) * size + 2;
            on.setColor(new Color(0xF2C14B));
            double x = width * (0.1 + 0.8 * (coin * 4 % 9) / 9d);
            on.fill(new Ellipse2D.Double(x - thin / 2, fallen * (height + size) - size, thin, size));
        }
    }

    private static void talking(Graphics2D on, int width, int height, double turn) {
        double side = Math.min(width, height);
        double open = Math.abs(StrictMath.sin(turn * 5 * ROUND / 2)) * side / 22 + side / 120;
        on.setColor(new Color(0x7A4B45));
        on.fill(new Ellipse2D.Double(width / 2d - side / 16, height * 0.47 - open / 2, side / 8, open));
        double lift = StrictMath.sin(turn * ROUND) * height / 20;
        on.setColor(new Color(0x9FB4BC));
        on.fill(new Ellipse2D.Double(width / 2d + side / 4, height * 0.7 + lift, side / 8, side / 8));
        on.fill(new Ellipse2D.Double(width / 2d - side * 3 / 8, height * 0.7 - lift, side / 8, side / 8));
    }

    private static void light(Graphics2D on, int width, int height, double turn) {
        on.setColor(new Color(255, 255, 230, 90));
        double x = width * (0.5 + 0.35 * StrictMath.sin(turn * ROUND));
        double size = Math.min(width, height) / 2d;
        on.fill(new Ellipse2D.Double(x - size / 2, height * 0.4 - size / 2, size, size));
    }

    private static void swept(Graphics2D on, int width, int height, double turn) {
        on.setColor(new Color(40, 70, 120, 60));
        int y = (int) (turn * (height + height / 6)) - height / 6;
        on.fillRect(0, y, width, height / 6);
        double size = width / 14d * (1.3 + StrictMath.sin(turn * 2 * ROUND) * 0.3);
        on.setColor(new Color(0xE05A2B));
        on.fill(new Ellipse2D.Double(width * 0.88 - size / 2, height * 0.06, size, size));
    }

    private static void pointer(Graphics2D on, int width, int height, double turn) {
        int length = Math.min(width, height) / 4;
        on.setColor(new Color(0xF4F4F4));
        on.fillOval(width / 2 - length, height / 2 - length, 2 * length, 2 * length);
        on.setColor(DARK);
        on.setStroke(new BasicStroke(length / 12f));
        int x = (int) (StrictMath.sin(turn * ROUND) * length * 0.9);
        int y = (int) (-StrictMath.cos(turn * ROUND) * length * 0.9);
        on.drawLine(width / 2, height / 2, width / 2 + x, height / 2 + y);
    }
}
