package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a handler take the id in an address as what it is. */
@Component
class AccountIdConverter implements Converter<String, AccountId> {

    @Override
    public AccountId convert(String text) {
        return AccountId.parse(text);
    }
}
