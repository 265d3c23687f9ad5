package io.handsel.kernel;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A share in per cent, zero or more; {@code Percentage.of("7.5")} is 7.5 %. */
@Embeddable
public record Percentage(BigDecimal percent) implements Comparable<Percentage> {

    public Percentage {
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("A percentage cannot be negative: " + percent);
        }
        percent = percent.stripTrailingZeros();
    }

    public static Percentage of(String percent) {
        return new Percentage(new BigDecimal(percent));
    }

    public BigDecimal asFraction() {
        return percent.movePointLeft(2);
    }

    @Override
    public int compareTo(Percentage other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
