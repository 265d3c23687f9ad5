package io.handsel.shell;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates, times, money and numbers as the reader writes them, in the reader's zone. Templates say
 * {@code ${#format.day(deal.expiresAt)}}.
 */
@Component
public class ReaderFormat {

    private final Clock clock;
    private final MessageSource messages;

    ReaderFormat(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** 22 Nov 2026 */
    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone()));
    }

    /** 22 Nov 2026 */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(date);
    }

    /** 22 Nov 2026, 14:05 */
    public String dayAndTime(Instant instant) {
        return day(instant) + ", " + time(instant);
    }

    /** 14:05 */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(instant.atZone(zone()));
    }

    /** Thu 14:00 within the next days, else the full date with its time. */
    public String soon(Instant instant) {
        long away = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(clock.instant(), zone()), LocalDate.ofInstant(instant, zone()));
        if (away < 0 || away > 6) {
            return dayAndTime(instant);
        }
        return DateTimeFormatter.ofPattern("EEE", locale()).format(instant.atZone(zone())) + " " + time(instant);
    }

    /**
     * Thu 14:00 within the next days. What ends with a day where the reader lives names that day, because nobody means
     * it by the first moment of the next: the end of Wed 3 Mar.
     */
    public String deadline(Instant instant) {
        return endOfDay(instant).orElseGet(() -> soon(instant));
    }

    /** 22 Nov 2026, 14:05 or the end of Wed 3 Mar: what is read days later must not say "Thu". */
    public String deadlineInFull(Instant instant) {
        return endOfDay(instant).orElseGet(() -> dayAndTime(instant));
    }

    /** 4 Mar 2026 for what ends with that day: the first moment after it is no part of it any more. */
    public String lastDay(Instant end) {
        return day(end.minusMillis(1));
    }

    /** How many days are left: 0 on the day itself, negative when it is over. */
    public long daysLeft(Instant deadline) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(clock.instant(), zone()), LocalDate.ofInstant(deadline.minusMillis(1), zone()));
    }

    public boolean isOver(Instant deadline) {
        return !clock.instant().isBefore(deadline);
    }

    private Optional<String> endOfDay(Instant instant) {
        var next = LocalDate.ofInstant(instant, zone());
        return next.atStartOfDay(zone()).toInstant().equals(instant)
                ? Optional.of(messages.getMessage("shell.endOf", new Object[] {named(next.minusDays(1))}, locale()))
                : Optional.empty();
    }

    /** Wed 3 Mar, with the year unless it is this one. */
    private String named(LocalDate day) {
        var thisYear = LocalDate.ofInstant(clock.instant(), zone()).getYear() == day.getYear();
        var pattern = messages.getMessage(thisYear ? "shell.day.thisYear" : "shell.day.otherYear", null, locale());
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    /** Germany from DE. */
    public String country(String code) {
        return CountryCode.of(code).nameIn(locale());
    }

    /** For the {@code datetime} attribute. */
    public String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** €1,250.00 */
    public String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }

    /** €1,250 where cents only disturb: totals, figures on cards. */
    public String roundMoney(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(money.currency());
        format.setMaximumFractionDigits(0);
        return format.format(money.amount());
    }

    /** 12,500 */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** 12.5 % from 12.5 */
    public String percent(BigDecimal percent) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMaximumFractionDigits(2);
        return format.format(percent.movePointLeft(2));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
