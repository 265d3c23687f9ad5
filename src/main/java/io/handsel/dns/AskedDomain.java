package io.handsel.dns;

import java.util.List;

/**
 * What is to be asked.
 *
 * @param nameServers those it is said to have
 * @param record what has to stand in a TXT record
 */
record AskedDomain(String name, List<String> nameServers, String record) {}
