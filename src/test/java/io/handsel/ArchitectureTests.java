package io.handsel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.handsel.tasklist.TaskNewsStream;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "io.handsel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> DUMPS = Set.of(
            "base", "common", "config", "dto", "helper", "helpers", "impl", "manager", "misc", "service", "shared",
            "support", "util", "utils");

    @ArchTest
    static final ArchRule the_engine_is_known_to_its_module_and_to_process_packages_only = noClasses()
            .that()
            .resideOutsideOfPackages("io.handsel.engine..", "..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda.bpm..", "org.camunda.spin..", "org.camunda.connect..")
            .because("a later move to a maintained fork of the engine must stay mechanical (docs/adr/0002)");

    @ArchTest
    static final ArchRule domain_types_know_no_web = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.handsel.territory",
                    "io.handsel.partner",
                    "io.handsel.incentives",
                    "io.handsel.accounts",
                    "io.handsel.deals",
                    "io.handsel.disputes")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
            .because("a rule of the business must be callable from a process, a page and an import alike");

    @ArchTest
    static final ArchRule web_and_process_classes_are_not_promised = classes()
            .that(are(resideInAnyPackage("..web..", "io.handsel.*.process..")))
            .and()
            .areTopLevelClasses()
            .and(not(declaresAContract()))
            .should()
            .notBePublic()
            .because("public means promised, and what lies in web or process is nobody else's to use");

    @ArchTest
    static final ArchRule delegates_are_thin_and_named_so = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .resideInAPackage("..process..");

    @ArchTest
    static final ArchRule controllers_live_in_web = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .resideInAPackage("..web..")
            .because("a newcomer looks for pages there");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule time_is_injected = noClasses()
            .should(callNowWithoutAClock())
            .because("tests move the clock, and a rule that reads the machine's cannot be tested at the boundary");

    @ArchTest
    static final ArchRule what_is_done_again_and_again_is_background_work = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAnyPackage("io.handsel.shell..", "io.handsel.notifications..")
            .orShould()
            .beDeclaredIn(TaskNewsStream.class)
            .because("only nodes that run jobs do it, each thing in a thread of its own (BackgroundWork)");

    @ArchTest
    static final ArchRule money_is_exact = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class)
            .because("binary fractions lose cents");

    @ArchTest
    static final ArchRule aggregates_have_no_setters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("an aggregate changes in the words of the business");

    @ArchTest
    static final ArchRule aggregates_are_made_inside_their_module = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .because("only the module's services make one, in a state that its rules allow");

    @ArchTest
    static final ArchRule from_a_page_somebody_of_a_partner_comes_to_what_is_their_own_only = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("io.handsel.deals", "io.handsel.disputes")
            .and(areAskedByPagesForSomebody())
            .should(comeBy("io.handsel.deals.OwnDeals", "io.handsel.disputes.OwnDisputes"))
            .because("a partner's people see their own location's deals and disputes only (Programme guide §1)");

    @ArchTest
    static final ArchRule fields_are_private_or_constants = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .and()
            .areDeclaredInClassesThat(are(not(simpleNameEndingWith("Impl"))))
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule no_package_is_a_dump =
            classes().should(notLiveInADump()).because("a name that says nothing collects everything");

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> declaresAContract() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "declare a process contract",
                type -> type.tryGetField("CONTRACT").isPresent());
    }

    /** Whose callers are pages or other modules, which say who asks and by which id. */
    private static DescribedPredicate<JavaMethod> areAskedByPagesForSomebody() {
        return DescribedPredicate.describe("are asked by pages for somebody", method -> {
            var asked = method.getRawParameterTypes().stream()
                    .map(JavaClass::getSimpleName)
                    .toList();
            return asked.contains("Actor")
                    && (asked.contains("DealId") || asked.contains("DisputeId"))
                    && method.getAccessesToSelf().stream()
                            .map(access -> access.getOriginOwner().getPackageName())
                            .anyMatch(name -> name.endsWith(".web") || name.equals("io.handsel.distribution"));
        });
    }

    private static ArchCondition<JavaMethod> comeBy(String... ways) {
        return new ArchCondition<>("come by " + String.join(" or ", ways)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!comes(method, new HashSet<>())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
                }
            }

            private boolean comes(JavaCodeUnit from, Set<JavaCodeUnit> been) {
                return been.add(from)
                        && from.getAccessesFromSelf().stream()
                                .filter(access ->
                                        access.getTargetOwner().getPackageName().startsWith("io.handsel.d"))
                                .anyMatch(access -> Set.of(ways)
                                                        .contains(access.getTargetOwner()
                                                                .getName())
                                                && access.getTarget() instanceof CodeUnitAccessTarget
                                        || access.getTarget()
                                                .resolveMember()
                                                .filter(JavaCodeUnit.class::isInstance)
                                                .filter(next -> comes((JavaCodeUnit) next, been))
                                                .isPresent());
            }
        };
    }

    private static ArchCondition<JavaClass> callNowWithoutAClock() {
        return new ArchCondition<>("call now() without a clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time"))
                        .filter(call -> call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class)))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> notLiveInADump() {
        return new ArchCondition<>("not live in a package called like a dump") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Optional<String> dump = Arrays.stream(type.getPackageName().split("\\."))
                        .filter(DUMPS::contains)
                        .findAny();
                dump.ifPresent(name -> events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " lives in a package called " + name)));
            }
        };
    }
}
