package io.handsel.applications.process;

import io.handsel.applications.ApplicationVetting;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Find duplicates": says whether there may be such a partner already. */
@Component
@ModelBean
class FindDuplicatesDelegate implements JavaDelegate {

    private final ApplicationVetting vetting;

    FindDuplicatesDelegate(ApplicationVetting vetting) {
        this.vetting = vetting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var alike = vetting.findDuplicates(VettingContract.applicationOf(execution));

        VettingContract.SOMEBODY_ALIKE.set(execution, alike);
    }
}
