package io.handsel.shell.web;

import java.util.Locale;

/**
 * The vendor's colour, made readable: text in it and text on it keep the contrast of 4.5 : 1 that WCAG 2.2 AA asks for,
 * on the light page and on the dark one.
 */
record AccentColour(int red, int green, int blue) {

    static final AccentColour LIGHT_PAGE = new AccentColour(0xf5, 0xf6, 0xf7);
    static final AccentColour DARK_PAGE = new AccentColour(0x1c, 0x21, 0x25);
    private static final AccentColour WHITE = new AccentColour(255, 255, 255);
    private static final AccentColour BLACK = new AccentColour(0, 0, 0);
    private static final double ENOUGH = 4.5;

    static AccentColour parse(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new AccentColour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** This colour, moved towards black or white until it can be read on the page. */
    AccentColour readableOn(AccentColour page) {
        AccentColour goal = page.luminance() > 0.5 ? BLACK : WHITE;
        AccentColour colour = this;
        while (colour.contrast(page) < ENOUGH) {
            colour = colour.towards(goal);
        }
        return colour;
    }

    /** Black or white, whichever is read better on this colour. */
    AccentColour ink() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    double contrast(AccentColour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    private AccentColour towards(AccentColour goal) {
        return new AccentColour(step(red, goal.red), step(green, goal.green), step(blue, goal.blue));
    }

    private static int step(int from, int to) {
        return from + Integer.signum(to - from) * Math.min(8, Math.abs(to - from));
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
