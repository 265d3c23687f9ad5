package io.handsel.deals;

import java.util.List;

/**
 * What somebody needs to register in a program.
 *
 * @param form the schema's name: {@code deals/register-deal}
 * @param products what can be chosen
 */
public record RegistrationSheet(String form, List<String> products) {

    public RegistrationSheet {
        products = List.copyOf(products);
    }
}
