package io.handsel.accounts;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers and web addresses as people type and paste them: in full width or another script's digits, with blanks nobody
 * sees, in quotation marks. What is left is plain.
 */
final class TypedText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}]+");
    private static final Pattern AROUND =
            Pattern.compile("^[\\p{Z}\\p{C}\\p{Pi}\\p{Ps}<\"'„]+|[\\p{Z}\\p{C}\\p{Pf}\\p{Pe}>\"'“,;]+$");
    private static final Pattern PUNYCODE = Pattern.compile("xn--[a-z0-9-]+");
    private static final IDNA INTERNATIONAL = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private TypedText() {}

    /** Capitals from A to Z and digits, nothing else. */
    static String number(String typed) {
        var plain = latin(typed);
        return plain.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** With Latin letters and digits in the width and script of the rest of the world; blanks are blanks. */
    static String latin(String typed) {
        var text = new StringBuilder();
        AccountNameKey.LATIN
                .transliterate(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .codePoints()
                .map(sign -> Character.isDigit(sign) ? Character.forDigit(Character.digit(sign, 10), 10) : sign)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /**
     * A web or mail address in Unicode and lower case, without what stands around it. Whether somebody types the letters
     * of an international domain or its code makes no difference.
     */
    static String address(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var bare = AROUND.matcher(plain).replaceAll("").replaceFirst("^//", "");
        var visible = INVISIBLE.matcher(bare).replaceAll(" ");
        return PUNYCODE.matcher(visible).replaceAll(coded -> decoded(coded.group()));
    }

    private static String decoded(String code) {
        var label = new StringBuilder();
        var info = new IDNA.Info();
        INTERNATIONAL.labelToUnicode(code, label, info);
        return info.hasErrors() ? code : label.toString();
    }
}
