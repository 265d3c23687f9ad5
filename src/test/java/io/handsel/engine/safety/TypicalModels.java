package io.handsel.engine.safety;

/** Two processes and a form with everything that our own models use. */
final class TypicalModels {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"
                xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" id="Definitions"
                targetNamespace="https://handsel.example" exporter="Camunda Modeler" exporterVersion="5.30.0"
                modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
            """;

    static final String REGISTRATION = HEAD + """
              <bpmn:collaboration id="Collaboration">
                <bpmn:participant id="Partner" name="Partner" />
                <bpmn:participant id="Vendor" name="Vendor" processRef="deal-registration" />
                <bpmn:messageFlow id="Submits" sourceRef="Partner" targetRef="DealSubmitted" />
              </bpmn:collaboration>
              <bpmn:message id="Message_Withdrawn" name="deal-withdrawn" />
              <bpmn:message id="Message_Provided" name="information-provided" />
              <bpmn:error id="Error_Reserved" name="Account reserved" errorCode="account-reserved" />
              <bpmn:escalation id="Escalation_Late" name="Late" escalationCode="answer-late" />
              <bpmn:process id="deal-registration" name="Deal registration" isExecutable="true" camunda:versionTag="1"
                  camunda:historyTimeToLive="P3650D" camunda:isStartableInTasklist="false">
                <bpmn:documentation>From submission to decision. Costs ${nothing}.</bpmn:documentation>
                <bpmn:extensionElements>
                  <camunda:properties><camunda:property name="form-only" value="false" /></camunda:properties>
                </bpmn:extensionElements>
                <bpmn:laneSet id="Lanes">
                  <bpmn:lane id="Lane" name="System"><bpmn:flowNodeRef>DealSubmitted</bpmn:flowNodeRef></bpmn:lane>
                </bpmn:laneSet>
                <bpmn:startEvent id="DealSubmitted" name="Deal submitted" camunda:asyncAfter="true" camunda:initiator="starter">
                  <bpmn:outgoing>f1</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:serviceTask id="ReserveAccount" name="Reserve account" camunda:delegateExpression="${stamp}">
                  <bpmn:extensionElements>
                    <camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT10M</camunda:failedJobRetryTimeCycle>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="template">deal-received</camunda:inputParameter>
                      <camunda:inputParameter name="to">${execution.processBusinessKey}</camunda:inputParameter>
                      <camunda:outputParameter name="reserved">${stamped}</camunda:outputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:boundaryEvent id="AccountReserved" attachedToRef="ReserveAccount">
                  <bpmn:outgoing>f7</bpmn:outgoing>
                  <bpmn:errorEventDefinition id="d1" errorRef="Error_Reserved" camunda:errorCodeVariable="reason" />
                </bpmn:boundaryEvent>
                <bpmn:businessRuleTask id="WhoDecides" name="Who decides" camunda:resultVariable="approvalLevel"
                    camunda:decisionRef="deal-approval" camunda:decisionRefBinding="deployment"
                    camunda:mapDecisionResult="singleEntry" />
                <bpmn:callActivity id="Review" name="Review deal" calledElement="deal-review" camunda:calledElementBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:in source="approvalLevel" target="approvalLevel" />
                    <camunda:in source="answerDue" target="answerDue" />
                    <camunda:out source="answer" target="answer" />
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:boundaryEvent id="Late" attachedToRef="Review" cancelActivity="false">
                  <bpmn:outgoing>f8</bpmn:outgoing>
                  <bpmn:escalationEventDefinition id="d2" escalationRef="Escalation_Late" />
                </bpmn:boundaryEvent>
                <bpmn:exclusiveGateway id="Answer" name="Answer?" default="f6" />
                <bpmn:eventBasedGateway id="WaitForInformation" />
                <bpmn:intermediateCatchEvent id="Provided">
                  <bpmn:messageEventDefinition id="d3" messageRef="Message_Provided" />
                </bpmn:intermediateCatchEvent>
                <bpmn:intermediateCatchEvent id="NothingProvided">
                  <bpmn:timerEventDefinition id="d4">
                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression" id="x1">P10D</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:endEvent id="Decided" name="Decided" />
                <bpmn:endEvent id="Told" name="Manager told" />
                <bpmn:endEvent id="Refused" name="Refused" />
                <bpmn:subProcess id="Withdrawal" triggeredByEvent="true">
                  <bpmn:startEvent id="Withdrawn">
                    <bpmn:messageEventDefinition id="d5" messageRef="Message_Withdrawn" />
                  </bpmn:startEvent>
                  <bpmn:sendTask id="Tell" camunda:delegateExpression="${stamp}" camunda:asyncBefore="true" />
                  <bpmn:endEvent id="Gone" />
                  <bpmn:sequenceFlow id="w1" sourceRef="Withdrawn" targetRef="Tell" />
                  <bpmn:sequenceFlow id="w2" sourceRef="Tell" targetRef="Gone" />
                </bpmn:subProcess>
                <bpmn:dataObject id="DataObject" />
                <bpmn:dataObjectReference id="DataRef" name="Deal" dataObjectRef="DataObject" />
                <bpmn:sequenceFlow id="f1" sourceRef="DealSubmitted" targetRef="ReserveAccount" />
                <bpmn:sequenceFlow id="f2" sourceRef="ReserveAccount" targetRef="WhoDecides" />
                <bpmn:sequenceFlow id="f3" sourceRef="WhoDecides" targetRef="Review" />
                <bpmn:sequenceFlow id="f4" sourceRef="Review" targetRef="Answer" />
                <bpmn:sequenceFlow id="f5" name="action required" sourceRef="Answer" targetRef="WaitForInformation">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${answer == 'action-required'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="f6" sourceRef="Answer" targetRef="Decided" />
                <bpmn:sequenceFlow id="f7" sourceRef="AccountReserved" targetRef="Refused" />
                <bpmn:sequenceFlow id="f8" sourceRef="Late" targetRef="Told" />
                <bpmn:sequenceFlow id="f9" sourceRef="WaitForInformation" targetRef="Provided" />
                <bpmn:sequenceFlow id="f10" sourceRef="WaitForInformation" targetRef="NothingProvided" />
                <bpmn:sequenceFlow id="f11" sourceRef="Provided" targetRef="WhoDecides" />
                <bpmn:sequenceFlow id="f12" sourceRef="NothingProvided" targetRef="WhoDecides" />
                <bpmn:textAnnotation id="Note"><bpmn:text>Programme guide 6.4</bpmn:text></bpmn:textAnnotation>
                <bpmn:association id="NoteOf" sourceRef="Review" targetRef="Note" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram">
                <bpmndi:BPMNPlane id="Plane" bpmnElement="Collaboration">
                  <bpmndi:BPMNShape id="Vendor_di" bpmnElement="Vendor" isHorizontal="true" bioc:stroke="#000" color:border-color="#000">
                    <dc:Bounds x="0" y="0" width="900" height="300" />
                    <bpmndi:BPMNLabel><dc:Bounds x="1" y="1" width="10" height="10" /></bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><di:waypoint x="1" y="1" /><di:waypoint x="2" y="1" /></bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    static final String REVIEW = HEAD + """
              <bpmn:escalation id="Escalation_Late" name="Late" escalationCode="answer-late" />
              <bpmn:process id="deal-review" name="Review deal" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <bpmn:startEvent id="Asked" />
                <bpmn:userTask id="ReviewDeal" name="Review deal" camunda:formRef="review-deal"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="${approvalLevel}"
                    camunda:dueDate="${answerDue}" camunda:followUpDate="${dateTime().plusDays(1).toDate()}" camunda:priority="50" />
                <bpmn:boundaryEvent id="Reminder" cancelActivity="false" attachedToRef="ReviewDeal">
                  <bpmn:timerEventDefinition id="d1">
                    <bpmn:timeCycle xsi:type="bpmn:tFormalExpression" id="x1">R3/P1D</bpmn:timeCycle>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:boundaryEvent id="Due" attachedToRef="ReviewDeal">
                  <bpmn:timerEventDefinition id="d2">
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression" id="x2">${answerDue}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:intermediateThrowEvent id="Escalated">
                  <bpmn:escalationEventDefinition id="d3" escalationRef="Escalation_Late" />
                </bpmn:intermediateThrowEvent>
                <bpmn:endEvent id="Reviewed" />
                <bpmn:endEvent id="Reminded" />
                <bpmn:endEvent id="Automatic" />
                <bpmn:sequenceFlow id="f1" sourceRef="Asked" targetRef="ReviewDeal" />
                <bpmn:sequenceFlow id="f2" sourceRef="ReviewDeal" targetRef="Reviewed" />
                <bpmn:sequenceFlow id="f3" sourceRef="Reminder" targetRef="Reminded" />
                <bpmn:sequenceFlow id="f4" sourceRef="Due" targetRef="Escalated" />
                <bpmn:sequenceFlow id="f5" sourceRef="Escalated" targetRef="Automatic" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    static final String FORM = """
            {"id": "review-deal", "type": "default", "schemaVersion": 18, "components": [
              {"id": "a", "key": "answer", "type": "select", "conditional": {"hide": "=valueInEuros < 10"}}]}
            """;

    private TypicalModels() {}
}
