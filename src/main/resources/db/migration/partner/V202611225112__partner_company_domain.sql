create index partner_company_by_domain on partner_company (domain);
