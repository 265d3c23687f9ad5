package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every page, for everybody who may read it, under {@link Examination}, and where its {@link Signposts} lead. */
@Journey
class AccessibilityIT {

    private final Examination examination = new Examination();

    @Autowired
    ApplicationContext application;

    @Test
    void whatever_is_said_to_be_no_page_can_be_read(Visitors visitors) {
        assertThat(new DemoTour(application, visitors).patterns()).containsAll(DemoTour.NOT_PAGES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> nothing_on_a_page_is_in_anybodys_way(Visitors visitors) throws IOException {
        var tour = new DemoTour(application, visitors);
        var signposts = tour.signposts();
        return tour.stops().stream().map(stop -> DynamicTest.dynamicTest(stop.name(), () -> examine(stop, signposts)));
    }

    private void examine(DemoTour.Stop stop, Signposts signposts) {
        List<String> faults = new ArrayList<>();
        var page = stop.visitor().page();
        for (var address : stop.addresses()) {
            stop.visitor().open(address);
            assertThat(page.url()).as("where it leads").endsWith(address.replaceAll("[?&]said=.*", ""));
            signposts.wrongFor(stop.reader(), page).forEach(fault -> faults.add(address + " " + fault));
            examination.of(page).forEach(fault -> faults.add(address + " " + fault));
        }
        assertThat(faults).isEmpty();
    }
}
