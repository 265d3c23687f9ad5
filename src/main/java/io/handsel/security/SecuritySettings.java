package io.handsel.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in, {@code handsel.security.*}.
 *
 * @param argon2MemoryInKib memory one hash takes; 46 MiB at least, except in tests
 * @param argon2Iterations passes over that memory
 * @param hashesAtOnce how many passwords are hashed at the same time on this node
 * @param guesses wrong passwords for one name from one address before it has to wait
 * @param guessesByName wrong passwords for one name, whatever the addresses, before it has to wait
 * @param guessesByAddress wrong passwords from one address, whatever the names, before it has to wait
 * @param guessesByLink one-time links that lead nowhere, tried from one address, before it has to wait
 * @param formsByAddress forms that ask for no account, sent from one address, before it has to wait
 * @param pause how long it then has to wait, counted from the first wrong guess
 * @param setUpLinkValidFor how long the link for the first person can be used
 * @param passwordLinkValidFor how long the link by which somebody chooses a password can be used
 */
@ConfigurationProperties("handsel.security")
record SecuritySettings(
        @DefaultValue("47104") int argon2MemoryInKib,
        @DefaultValue("1") int argon2Iterations,
        @DefaultValue("4") int hashesAtOnce,
        @DefaultValue("5") int guesses,
        @DefaultValue("100") int guessesByName,
        @DefaultValue("50") int guessesByAddress,
        @DefaultValue("20") int guessesByLink,
        @DefaultValue("20") int formsByAddress,
        @DefaultValue("PT15M") Duration pause,
        @DefaultValue("PT24H") Duration setUpLinkValidFor,
        @DefaultValue("P7D") Duration passwordLinkValidFor) {}
