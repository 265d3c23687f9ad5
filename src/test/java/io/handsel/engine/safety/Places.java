package io.handsel.engine.safety;

import java.util.LinkedHashMap;
import java.util.Map;

/** Places in a model where text is, or might be, evaluated. {@code @P} stands for the payload. */
final class Places {

    /** A whole BPMN or DMN file; the key of the process or decision is {@code @K}. */
    static final Map<String, String> EXPRESSION = new LinkedHashMap<>();

    /** Files that name code instead of carrying an expression. */
    static final Map<String, String> CODE = new LinkedHashMap<>();

    private static final String FORMAL = " xsi:type='tFormalExpression'";

    static {
        // service tasks and their kin
        step("service-expression", "<serviceTask id='u' camunda:expression=\"@P\"/>");
        step("service-expression-behind-bean", "<serviceTask id='u' camunda:expression=\"${sink.take(1)}@P\"/>");
        step("service-delegate", "<serviceTask id='u' camunda:delegateExpression=\"@P\"/>");
        step(
                "service-field",
                "<serviceTask id='u' camunda:delegateExpression='${stamp}'>"
                        + ext("<camunda:field name='x'><camunda:expression>@P</camunda:expression></camunda:field>")
                        + "</serviceTask>");
        step(
                "service-result-variable",
                "<serviceTask id='u' camunda:expression='${sink.take(1)}' camunda:resultVariable=\"@P\"/>");
        step("external-topic", "<serviceTask id='u' camunda:type='external' camunda:topic=\"@P\"/>");
        step(
                "external-priority",
                "<serviceTask id='u' camunda:type='external' camunda:topic='t' camunda:taskPriority=\"@P\"/>");
        step(
                "external-error-definition",
                "<serviceTask id='u' camunda:type='external' camunda:topic='t'>"
                        + ext("<camunda:errorEventDefinition id='x' errorRef='err' expression=\"@P\"/>")
                        + "</serviceTask>");
        step(
                "mail-field",
                "<serviceTask id='u' camunda:type='mail'>"
                        + ext(
                                "<camunda:field name='to'><camunda:expression>@P</camunda:expression></camunda:field><camunda:field name='text' stringValue='x'/>")
                        + "</serviceTask>");
        step("send-expression", "<sendTask id='u' camunda:expression=\"@P\"/>");
        step("send-delegate", "<sendTask id='u' camunda:delegateExpression=\"@P\"/>");
        step("rule-expression", "<businessRuleTask id='u' camunda:expression=\"@P\"/>");
        step("rule-decision-ref", "<businessRuleTask id='u' camunda:decisionRef=\"@P\"/>");
        step(
                "rule-decision-version",
                "<businessRuleTask id='u' camunda:decisionRef='d' camunda:decisionRefBinding='version' camunda:decisionRefVersion=\"@P\"/>");
        step(
                "rule-decision-tenant",
                "<businessRuleTask id='u' camunda:decisionRef='d' camunda:decisionRefTenantId=\"@P\"/>");
        step(
                "throw-message-expression",
                "<intermediateThrowEvent id='u'><messageEventDefinition messageRef='msg' camunda:expression=\"@P\"/></intermediateThrowEvent>");
        step(
                "throw-message-delegate",
                "<intermediateThrowEvent id='u'><messageEventDefinition messageRef='msg' camunda:delegateExpression=\"@P\"/></intermediateThrowEvent>");
        step(
                "end-message-expression",
                "<endEvent id='u'><messageEventDefinition messageRef='msg' camunda:expression=\"@P\"/></endEvent>");
        // call activities
        step("called-element", "<callActivity id='u' calledElement=\"@P\"/>");
        step(
                "called-version",
                "<callActivity id='u' calledElement='child' camunda:calledElementBinding='version' camunda:calledElementVersion=\"@P\"/>");
        step(
                "called-version-tag",
                "<callActivity id='u' calledElement='child' camunda:calledElementBinding='versionTag' camunda:calledElementVersionTag=\"@P\"/>");
        step("called-tenant", "<callActivity id='u' calledElement='child' camunda:calledElementTenantId=\"@P\"/>");
        step("called-case", "<callActivity id='u' camunda:caseRef=\"@P\"/>");
        step(
                "call-mapping-delegate",
                "<callActivity id='u' calledElement='child' camunda:variableMappingDelegateExpression=\"@P\"/>");
        step(
                "call-in-expression",
                "<callActivity id='u' calledElement='child'>" + ext("<camunda:in sourceExpression=\"@P\" target='a'/>")
                        + "</callActivity>");
        step(
                "call-in-business-key",
                "<callActivity id='u' calledElement='child'>" + ext("<camunda:in businessKey=\"@P\"/>")
                        + "</callActivity>");
        step(
                "call-out-expression",
                "<callActivity id='u' calledElement='child'>" + ext("<camunda:out sourceExpression=\"@P\" target='a'/>")
                        + "</callActivity>");
        // user tasks
        for (String attribute :
                "assignee candidateUsers candidateGroups dueDate followUpDate priority formKey formRef jobPriority"
                        .split(" "))
            step("task-" + attribute, "<userTask id='u' camunda:asyncBefore='true' camunda:" + attribute + "=\"@P\"/>");
        step(
                "task-form-version",
                "<userTask id='u' camunda:formRef='f' camunda:formRefBinding='version' camunda:formRefVersion=\"@P\"/>");
        step("task-name", "<userTask id='u' name=\"@P\"/>");
        step("task-documentation", "<userTask id='u'><documentation>@P</documentation></userTask>");
        step(
                "task-human-performer",
                "<userTask id='u'><humanPerformer><resourceAssignmentExpression><formalExpression>@P</formalExpression></resourceAssignmentExpression></humanPerformer></userTask>");
        step(
                "task-potential-owner",
                "<userTask id='u'><potentialOwner><resourceAssignmentExpression><formalExpression>group(@P)</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>");
        step(
                "task-listener-expression",
                "<userTask id='u'>" + ext("<camunda:taskListener event='create' expression=\"@P\"/>") + "</userTask>");
        step(
                "task-listener-delegate",
                "<userTask id='u'>" + ext("<camunda:taskListener event='complete' delegateExpression=\"@P\"/>")
                        + "</userTask>");
        step(
                "task-listener-field",
                "<userTask id='u'>"
                        + ext(
                                "<camunda:taskListener event='create' delegateExpression='${taskStamp}'><camunda:field name='x' expression=\"@P\"/></camunda:taskListener>")
                        + "</userTask>");
        step(
                "task-listener-timeout",
                "<userTask id='u'>"
                        + ext(
                                "<camunda:taskListener id='l' event='timeout' delegateExpression='${taskStamp}'><timerEventDefinition><timeDuration"
                                        + FORMAL + ">@P</timeDuration></timerEventDefinition></camunda:taskListener>")
                        + "</userTask>");
        step(
                "listener-expression",
                "<userTask id='u'>" + ext("<camunda:executionListener event='start' expression=\"@P\"/>")
                        + "</userTask>");
        step(
                "listener-delegate",
                "<userTask id='u'>" + ext("<camunda:executionListener event='end' delegateExpression=\"@P\"/>")
                        + "</userTask>");
        step(
                "listener-field",
                "<userTask id='u'>"
                        + ext(
                                "<camunda:executionListener event='start' delegateExpression='${stepStamp}'><camunda:field name='x'><camunda:expression>@P</camunda:expression></camunda:field></camunda:executionListener>")
                        + "</userTask>");
        step(
                "retry-cycle",
                "<userTask id='u' camunda:asyncBefore='true'>"
                        + ext("<camunda:failedJobRetryTimeCycle>@P</camunda:failedJobRetryTimeCycle>") + "</userTask>");
        // input and output
        step(
                "input",
                "<userTask id='u'>" + io("<camunda:inputParameter name='i'>@P</camunda:inputParameter>")
                        + "</userTask>");
        step(
                "output",
                "<userTask id='u'>" + io("<camunda:outputParameter name='i'>@P</camunda:outputParameter>")
                        + "</userTask>");
        step(
                "input-name",
                "<userTask id='u'>" + io("<camunda:inputParameter name=\"@P\">1</camunda:inputParameter>")
                        + "</userTask>");
        step(
                "input-list",
                "<userTask id='u'>"
                        + io(
                                "<camunda:inputParameter name='i'><camunda:list><camunda:value>@P</camunda:value></camunda:list></camunda:inputParameter>")
                        + "</userTask>");
        step(
                "input-map",
                "<userTask id='u'>"
                        + io(
                                "<camunda:inputParameter name='i'><camunda:map><camunda:entry key='k'>@P</camunda:entry></camunda:map></camunda:inputParameter>")
                        + "</userTask>");
        step(
                "input-map-key",
                "<userTask id='u'>"
                        + io(
                                "<camunda:inputParameter name='i'><camunda:map><camunda:entry key=\"@P\">1</camunda:entry></camunda:map></camunda:inputParameter>")
                        + "</userTask>");
        step(
                "connector-input",
                "<serviceTask id='u'>"
                        + ext(
                                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId><camunda:inputOutput><camunda:inputParameter name='url'>@P</camunda:inputParameter></camunda:inputOutput></camunda:connector>")
                        + "</serviceTask>");
        // multi-instance
        step(
                "multi-collection",
                "<userTask id='u'><multiInstanceLoopCharacteristics camunda:collection=\"@P\" camunda:elementVariable='x'/></userTask>");
        step(
                "multi-input-ref",
                "<userTask id='u'><multiInstanceLoopCharacteristics><loopDataInputRef>@P</loopDataInputRef></multiInstanceLoopCharacteristics></userTask>");
        step(
                "multi-cardinality",
                "<userTask id='u'><multiInstanceLoopCharacteristics><loopCardinality" + FORMAL
                        + ">@P</loopCardinality></multiInstanceLoopCharacteristics></userTask>");
        step(
                "multi-completion",
                "<userTask id='u'><multiInstanceLoopCharacteristics camunda:collection='${list}'><completionCondition"
                        + FORMAL + ">@P</completionCondition></multiInstanceLoopCharacteristics></userTask>");
        // events
        for (String kind : "Duration Date Cycle".split(" ")) {
            step(
                    "timer-" + kind,
                    "<intermediateCatchEvent id='u'><timerEventDefinition><time" + kind + FORMAL + ">@P</time" + kind
                            + "></timerEventDefinition></intermediateCatchEvent>");
            file(
                    "timer-start-" + kind,
                    process("<startEvent id='s'><timerEventDefinition><time" + kind + FORMAL + ">@P</time" + kind
                            + "></timerEventDefinition></startEvent>"));
        }
        step(
                "timer-boundary",
                "<userTask id='u'/><boundaryEvent id='b' attachedToRef='u'><timerEventDefinition><timeDuration" + FORMAL
                        + ">@P</timeDuration></timerEventDefinition></boundaryEvent>");
        step(
                "timer-event-subprocess",
                "<userTask id='u'/><subProcess id='e' triggeredByEvent='true'><startEvent id='es'><timerEventDefinition><timeDuration"
                        + FORMAL + ">@P</timeDuration></timerEventDefinition></startEvent></subProcess>");
        step(
                "conditional-catch",
                "<intermediateCatchEvent id='u'><conditionalEventDefinition><condition" + FORMAL
                        + ">@P</condition></conditionalEventDefinition></intermediateCatchEvent>");
        step(
                "conditional-boundary",
                "<userTask id='u'/><boundaryEvent id='b' attachedToRef='u'><conditionalEventDefinition><condition"
                        + FORMAL + ">@P</condition></conditionalEventDefinition></boundaryEvent>");
        step(
                "conditional-event-subprocess",
                "<userTask id='u'/><subProcess id='e' triggeredByEvent='true'><startEvent id='es'><conditionalEventDefinition><condition"
                        + FORMAL + ">@P</condition></conditionalEventDefinition></startEvent></subProcess>");
        file(
                "conditional-start",
                process("<startEvent id='s'><conditionalEventDefinition><condition" + FORMAL
                        + ">@P</condition></conditionalEventDefinition></startEvent>"));
        file(
                "signal-name",
                definitions(
                        "<signal id='sig' name=\"@P\"/>",
                        flow(
                                "<intermediateCatchEvent id='u'><signalEventDefinition signalRef='sig'/></intermediateCatchEvent>")));
        file(
                "signal-throw-name",
                definitions(
                        "<signal id='sig' name=\"@P\"/>",
                        flow(
                                "<intermediateThrowEvent id='u'><signalEventDefinition signalRef='sig'/></intermediateThrowEvent>")));
        file(
                "signal-start-name",
                definitions(
                        "<signal id='sig' name=\"@P\"/>",
                        "<startEvent id='s'><signalEventDefinition signalRef='sig'/></startEvent>"));
        file(
                "message-name",
                definitions("<message id='m' name=\"@P\"/>", flow("<receiveTask id='u' messageRef='m'/>")));
        file(
                "message-catch-name",
                definitions(
                        "<message id='m' name=\"@P\"/>",
                        flow(
                                "<intermediateCatchEvent id='u'><messageEventDefinition messageRef='m'/></intermediateCatchEvent>")));
        file(
                "message-start-name",
                definitions(
                        "<message id='m' name=\"@P\"/>",
                        "<startEvent id='s'><messageEventDefinition messageRef='m'/></startEvent>"));
        file(
                "error-code",
                definitions(
                        "<error id='e' errorCode=\"@P\" camunda:errorMessage='x'/>",
                        flow("<endEvent id='u'><errorEventDefinition errorRef='e'/></endEvent>")));
        file(
                "error-message",
                definitions(
                        "<error id='e' errorCode='1' camunda:errorMessage=\"@P\"/>",
                        flow("<endEvent id='u'><errorEventDefinition errorRef='e'/></endEvent>")));
        file(
                "escalation-code",
                definitions(
                        "<escalation id='e' escalationCode=\"@P\"/>",
                        flow(
                                "<intermediateThrowEvent id='u'><escalationEventDefinition escalationRef='e'/></intermediateThrowEvent>")));
        step(
                "signal-in-expression",
                "<intermediateThrowEvent id='u'><signalEventDefinition signalRef='sig'>"
                        + ext("<camunda:in sourceExpression=\"@P\" target='a'/>")
                        + "</signalEventDefinition></intermediateThrowEvent>");
        // flows
        file(
                "condition",
                process(
                        "<startEvent id='s'/><exclusiveGateway id='g'/><endEvent id='x'/><sequenceFlow id='f0' sourceRef='s' targetRef='g'/><sequenceFlow id='f1' sourceRef='g' targetRef='x'><conditionExpression"
                                + FORMAL + ">@P</conditionExpression></sequenceFlow>"));
        file(
                "condition-inclusive",
                process(
                        "<startEvent id='s'/><inclusiveGateway id='g'/><endEvent id='x'/><sequenceFlow id='f0' sourceRef='s' targetRef='g'/><sequenceFlow id='f1' sourceRef='g' targetRef='x'><conditionExpression"
                                + FORMAL + ">@P</conditionExpression></sequenceFlow>"));
        file(
                "condition-on-task",
                process(
                        "<startEvent id='s'/><manualTask id='g'/><endEvent id='x'/><sequenceFlow id='f0' sourceRef='s' targetRef='g'/><sequenceFlow id='f1' sourceRef='g' targetRef='x'><conditionExpression"
                                + FORMAL + ">@P</conditionExpression></sequenceFlow>"));
        file(
                "flow-listener",
                process("<startEvent id='s'/><endEvent id='x'/><sequenceFlow id='f0' sourceRef='s' targetRef='x'>"
                        + ext("<camunda:executionListener event='take' expression=\"@P\"/>") + "</sequenceFlow>"));
        // process level
        processAttribute("process-name", "name");
        for (String attribute :
                "historyTimeToLive versionTag candidateStarterUsers candidateStarterGroups jobPriority taskPriority isStartableInTasklist"
                        .split(" ")) processAttribute("process-" + attribute, "camunda:" + attribute);
        file("process-documentation", process("<documentation>@P</documentation><startEvent id='s'/>"));
        file(
                "process-listener",
                process(ext("<camunda:executionListener event='start' expression=\"@P\"/>") + "<startEvent id='s'/>"));
        file(
                "process-potential-starter",
                process(ext(
                                "<camunda:potentialStarter><resourceAssignmentExpression><formalExpression>@P</formalExpression></resourceAssignmentExpression></camunda:potentialStarter>")
                        + "<startEvent id='s'/>"));
        file("start-form-key", process("<startEvent id='s' camunda:formKey=\"@P\"/>"));
        file("start-initiator", process("<startEvent id='s' camunda:initiator=\"@P\"/>"));
        // forms
        field("form-default", "<camunda:formField id='f' type='string' defaultValue=\"@P\"/>");
        field("form-label", "<camunda:formField id='f' type='string' label=\"@P\"/>");
        field(
                "form-constraint",
                "<camunda:formField id='f' type='long' defaultValue='1'><camunda:validation><camunda:constraint name='min' config=\"@P\"/></camunda:validation></camunda:formField>");
        field(
                "form-validator",
                "<camunda:formField id='f' type='string' defaultValue='1'><camunda:validation><camunda:constraint name='validator' config=\"@P\"/></camunda:validation></camunda:formField>");
        field("form-date-pattern", "<camunda:formField id='f' type='date' datePattern=\"@P\" defaultValue=\"@P\"/>");
        field(
                "form-enum",
                "<camunda:formField id='f' type='enum'><camunda:value id='a' name=\"@P\"/></camunda:formField>");
        field(
                "form-property",
                "<camunda:formField id='f' type='string'><camunda:properties><camunda:property id='a' value=\"@P\"/></camunda:properties></camunda:formField>");
        step(
                "form-old-property",
                "<userTask id='u'>" + ext("<camunda:formProperty id='f' expression=\"@P\" default=\"@P\"/>")
                        + "</userTask>");
        // other namespaces
        step("activiti-expression", "<serviceTask id='u' activiti:expression=\"@P\"/>");
        step(
                "activiti-listener",
                "<userTask id='u'>" + ext("<activiti:executionListener event='start' expression=\"@P\"/>")
                        + "</userTask>");
        // scripts
        step("script-juel", "<scriptTask id='u' scriptFormat='juel'><script>@P</script></scriptTask>");
        step("script-format-expression", "<scriptTask id='u' scriptFormat=\"@P\"><script>1</script></scriptTask>");
        step("script-resource", "<scriptTask id='u' scriptFormat='juel' camunda:resource=\"@P\"/>");
        step("script-feel", "<scriptTask id='u' scriptFormat='feel'><script>@P</script></scriptTask>");
        step(
                "input-script",
                "<userTask id='u'>"
                        + io(
                                "<camunda:inputParameter name='i'><camunda:script scriptFormat='juel'>@P</camunda:script></camunda:inputParameter>")
                        + "</userTask>");
        step(
                "listener-script",
                "<userTask id='u'>"
                        + ext(
                                "<camunda:executionListener event='start'><camunda:script scriptFormat='juel'>@P</camunda:script></camunda:executionListener>")
                        + "</userTask>");
        step(
                "task-listener-script",
                "<userTask id='u'>"
                        + ext(
                                "<camunda:taskListener event='create'><camunda:script scriptFormat='juel'>@P</camunda:script></camunda:taskListener>")
                        + "</userTask>");
        file(
                "condition-script",
                process(
                        "<startEvent id='s'/><exclusiveGateway id='g'/><endEvent id='x'/><sequenceFlow id='f0' sourceRef='s' targetRef='g'/><sequenceFlow id='f1' sourceRef='g' targetRef='x'><conditionExpression"
                                + FORMAL + " language='juel'>@P</conditionExpression></sequenceFlow>"));
        step(
                "conditional-script",
                "<intermediateCatchEvent id='u'><conditionalEventDefinition><condition" + FORMAL
                        + " language='juel'>@P</condition></conditionalEventDefinition></intermediateCatchEvent>");
        // decisions
        for (String language : "juel JUEL javascript groovy feel".split(" "))
            file(
                    "dmn-literal-" + language,
                    dmn(
                            "",
                            "<literalExpression id='l' expressionLanguage='" + language
                                    + "'><text>@P</text></literalExpression>"));
        file("dmn-literal-default", dmn("", "<literalExpression id='l'><text>@P</text></literalExpression>"));
        file(
                "dmn-definitions-language",
                dmn(" expressionLanguage='juel'", "<literalExpression id='l'><text>@P</text></literalExpression>"));
        file("dmn-input-expression", dmn("", table(" expressionLanguage='juel'><text>@P", "><text>1", "><text>1")));
        file("dmn-input-entry", dmn("", table("><text>1", " expressionLanguage='juel'><text>@P", "><text>1")));
        file("dmn-output-entry", dmn("", table("><text>1", "><text>1", " expressionLanguage='juel'><text>@P")));
        file(
                "dmn-input-variable",
                dmn(
                        "",
                        table(" ><text>1", "><text>1", "><text>1")
                                .replace("<input id", "<input camunda:inputVariable=\"@P\" id")));
        file(
                "dmn-knowledge-model",
                "<?xml version='1.0'?><definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d@K' name='d' namespace='x'>"
                        + "<businessKnowledgeModel id='b' name='b'><encapsulatedLogic><literalExpression id='l' expressionLanguage='juel'><text>@P</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>"
                        + "<decision id='@K' name='x' camunda:historyTimeToLive='5'><variable id='v' name='r'/><knowledgeRequirement id='k'><requiredKnowledge href='#b'/></knowledgeRequirement><literalExpression id='l2'><text>b()</text></literalExpression></decision></definitions>");

        code("class-service", "<serviceTask id='u' camunda:class='io.handsel.engine.safety.Canary$Delegate'/>");
        code(
                "class-service-expression-text",
                "<serviceTask id='u' camunda:class='io.handsel.engine.safety.Canary$Secret'/>");
        code("class-send", "<sendTask id='u' camunda:class='io.handsel.engine.safety.Canary$Delegate'/>");
        code("class-rule", "<businessRuleTask id='u' camunda:class='io.handsel.engine.safety.Canary$Delegate'/>");
        code(
                "class-throw",
                "<intermediateThrowEvent id='u'><messageEventDefinition messageRef='msg' camunda:class='io.handsel.engine.safety.Canary$Delegate'/></intermediateThrowEvent>");
        code(
                "class-end",
                "<endEvent id='u'><messageEventDefinition messageRef='msg' camunda:class='io.handsel.engine.safety.Canary$Delegate'/></endEvent>");
        code("class-activiti", "<serviceTask id='u' activiti:class='io.handsel.engine.safety.Canary$Delegate'/>");
        code(
                "class-listener",
                "<userTask id='u'>"
                        + ext(
                                "<camunda:executionListener event='start' class='io.handsel.engine.safety.Canary$Delegate'/>")
                        + "</userTask>");
        code(
                "class-task-listener",
                "<userTask id='u'>"
                        + ext("<camunda:taskListener event='create' class='io.handsel.engine.safety.Canary$Delegate'/>")
                        + "</userTask>");
        code(
                "class-mapping",
                "<callActivity id='u' calledElement='child' camunda:variableMappingClass='io.handsel.engine.safety.Canary$Mapping'/>");
        code(
                "class-form-handler",
                "<userTask id='u' camunda:formHandlerClass='io.handsel.engine.safety.Canary$FormHandler'/>");
        code(
                "class-validator",
                "<userTask id='u'>"
                        + ext(
                                "<camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='io.handsel.engine.safety.Canary$Validator'/></camunda:validation></camunda:formField></camunda:formData>")
                        + "</userTask>");
        code("variable-as-delegate", "<serviceTask id='u' camunda:delegateExpression='${delegateVariable}'/>");
        code("unpublished-delegate", "<serviceTask id='u' camunda:delegateExpression='${secret}'/>");
        code(
                "unpublished-listener",
                "<userTask id='u'>" + ext("<camunda:executionListener event='start' delegateExpression='${secret}'/>")
                        + "</userTask>");
        code(
                "shell",
                "<serviceTask id='u' camunda:type='shell'>"
                        + ext(
                                "<camunda:field name='command' stringValue='touch'/><camunda:field name='arg1' stringValue='"
                                        + ModelProbe.SHELL_MARK + "'/><camunda:field name='wait' stringValue='true'/>")
                        + "</serviceTask>");
        code(
                "shell-class",
                "<serviceTask id='u' camunda:class='org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior'>"
                        + ext(
                                "<camunda:field name='command' stringValue='touch'/><camunda:field name='arg1' stringValue='"
                                        + ModelProbe.SHELL_MARK + "'/><camunda:field name='wait' stringValue='true'/>")
                        + "</serviceTask>");
        CODE.put(
                "feel-java-function",
                dmn(
                        "",
                        "<literalExpression id='l'><text>{f: function(x) external {java: {class: \"io.handsel.engine.safety.Canary\", method signature: \"fire()\"}}, r: f(1)}.r</text></literalExpression>"));
        CODE.put(
                "feel-object-method",
                dmn("", "<literalExpression id='l'><text>pojo.fire()</text></literalExpression>"));
        CODE.put(
                "feel-object-property",
                dmn("", "<literalExpression id='l'><text>pojo.fire</text></literalExpression>"));
        CODE.put(
                "feel-object-class",
                dmn(
                        "",
                        "<literalExpression id='l'><text>pojo.class.forName(\"io.handsel.engine.safety.Canary\").getMethod(\"fire\", []).invoke(null, [])</text></literalExpression>"));
    }

    private Places() {}

    private static void file(String name, String xml) {
        EXPRESSION.put(name, xml);
    }

    private static void step(String name, String body) {
        file(name, process(flow(body)));
    }

    private static void code(String name, String body) {
        CODE.put(name, process(flow(body)));
    }

    private static void field(String name, String field) {
        step(name, "<userTask id='u'>" + ext("<camunda:formData>" + field + "</camunda:formData>") + "</userTask>");
    }

    private static String ext(String content) {
        return "<extensionElements>" + content + "</extensionElements>";
    }

    private static String io(String content) {
        return ext("<camunda:inputOutput>" + content + "</camunda:inputOutput>");
    }

    private static String flow(String body) {
        return "<startEvent id='s'/>" + body + "<sequenceFlow id='f0' sourceRef='s' targetRef='u'/>";
    }

    private static String process(String body) {
        return definitions("", body);
    }

    static String definitions(String head, String body) {
        return file(head, "", body);
    }

    private static void processAttribute(String name, String attribute) {
        file(
                name,
                file(
                        "",
                        " " + attribute + "=\"@P\"",
                        "<startEvent id='s'/><userTask id='u' camunda:asyncBefore='true'/><sequenceFlow id='f0' sourceRef='s' targetRef='u'/>"));
    }

    private static String file(String head, String attributes, String body) {
        String ttl = attributes.contains("historyTimeToLive") ? "" : " camunda:historyTimeToLive='5'";
        return "<?xml version='1.0' encoding='UTF-8'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
                + " xmlns:activiti='http://activiti.org/bpmn' targetNamespace='x'>" + head
                + (body.contains("'msg'") ? "<message id='msg' name='m'/>" : "")
                + (body.contains("'err'") ? "<error id='err' errorCode='E'/>" : "")
                + (body.contains("signalRef='sig'") && !head.contains("'sig'") ? "<signal id='sig' name='s'/>" : "")
                + "<process id='@K' isExecutable='true'" + ttl + attributes + ">" + body + "</process></definitions>";
    }

    static String dmn(String attributes, String logic) {
        return "<?xml version='1.0'?><definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d@K' name='d' namespace='x'"
                + attributes + ">" + "<decision id='@K' name='x' camunda:historyTimeToLive='5'>"
                + (logic.startsWith("<lit") ? "<variable id='v' name='r'/>" : "") + logic + "</decision></definitions>";
    }

    private static String table(String inputExpression, String inputEntry, String outputEntry) {
        return "<decisionTable id='t'><input id='i'><inputExpression id='ie' typeRef='string'" + inputExpression
                + "</text></inputExpression></input><output id='o' name='o' typeRef='string'/>"
                + "<rule id='r'><inputEntry id='e'" + inputEntry + "</text></inputEntry><outputEntry id='oe'"
                + outputEntry + "</text></outputEntry></rule></decisionTable>";
    }
}
