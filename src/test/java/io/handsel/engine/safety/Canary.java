package io.handsel.engine.safety;

import io.handsel.engine.ModelBean;
import io.handsel.engine.ModelMethod;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.DelegateVariableMapping;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.variable.VariableMap;

/** Sings when a probe reaches code that a model must not reach. Probes run one after the other, in one thread. */
public class Canary {

    static boolean sang;

    public static String fire() {
        sang = true;
        return "1";
    }

    /** A bean that nobody published. Reading its property or calling it must fail. */
    public static class Secret implements JavaDelegate, TaskListener, ExecutionListener {
        public String getFire() {
            return Canary.fire();
        }

        public String fire() {
            return Canary.fire();
        }

        @Override
        public void execute(DelegateExecution execution) {
            Canary.fire();
        }

        @Override
        public void notify(DelegateTask task) {
            Canary.fire();
        }

        @Override
        public void notify(DelegateExecution execution) {
            Canary.fire();
        }
    }

    /** Published, with one method for models. Sings when a model hands it anything but plain data. */
    @ModelBean
    public static class Sink {
        @ModelMethod
        public String take(Object value) {
            boolean data = value == null
                    || value instanceof CharSequence
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Date
                    || value instanceof Temporal
                    || value instanceof Map
                    || value instanceof Collection;
            if (!data) Canary.fire();
            return "1";
        }

        public String hidden() {
            return Canary.fire();
        }

        public String getHidden() {
            return Canary.fire();
        }
    }

    // Classes that a model could name.

    public static class Delegate extends Secret {}

    public static class Mapping implements DelegateVariableMapping {
        public Mapping() {
            Canary.fire();
        }

        @Override
        public void mapInputVariables(DelegateExecution e, VariableMap variables) {}

        @Override
        public void mapOutputVariables(DelegateExecution e, org.camunda.bpm.engine.delegate.VariableScope s) {}
    }

    public static class FormHandler extends DefaultStartFormHandler {
        public FormHandler() {
            Canary.fire();
        }
    }

    public static class Validator implements org.camunda.bpm.engine.impl.form.validator.FormFieldValidator {
        public Validator() {
            Canary.fire();
        }

        @Override
        public boolean validate(Object value, org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext c) {
            return true;
        }
    }
}
