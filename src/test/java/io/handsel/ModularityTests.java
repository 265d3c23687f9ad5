package io.handsel;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modules_use_only_what_their_package_info_allows() {
        ApplicationModules.of(HandselApplication.class).verify();
    }
}
