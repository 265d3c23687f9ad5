package io.handsel.recruitment.web;

import io.handsel.recruitment.CampaignId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the campaign of a path; what is no id at all is a campaign that does not exist. */
@Component
class CampaignIdConverter implements Converter<String, CampaignId> {

    @Override
    public CampaignId convert(String text) {
        return CampaignId.parse(text);
    }
}
