package io.handsel.recruitment;

import io.handsel.kernel.ContentHash;

/**
 * What a mail in a mailbox is known by, to every node alike and as long as it lies there.
 *
 * @param hash of where it lies and of the number the server has given it
 */
public record MailName(String hash) {

    static MailName of(String user, String host, String folder, long generation, long number) {
        var place = String.join("\n", user, host, folder, String.valueOf(generation), String.valueOf(number));
        return new MailName(ContentHash.of(place).hex());
    }
}
