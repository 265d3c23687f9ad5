package io.handsel.partner;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CompanyStore extends Repository<Company, PartnerId> {

    Company saveAndFlush(Company company);

    Optional<Company> findById(PartnerId partner);
}
