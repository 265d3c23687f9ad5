package io.handsel.partner;

import io.handsel.kernel.CountryCode;
import io.handsel.security.LocationId;

/**
 * A location of a partner company.
 *
 * @param open whether people can be limited to it and deals moved there
 * @param version to be given back with a change
 */
public record LocationView(
        LocationId id, PartnerId partner, String name, CountryCode country, String city, boolean open, long version) {}
