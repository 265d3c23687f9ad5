package io.handsel.accounts.web;

import io.handsel.accounts.AccountImportId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a handler take the id in an address as what it is. */
@Component
class AccountImportIdConverter implements Converter<String, AccountImportId> {

    @Override
    public AccountImportId convert(String text) {
        return AccountImportId.parse(text);
    }
}
