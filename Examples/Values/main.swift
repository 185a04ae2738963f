// The code of the article "Values", which a test compares with this file.

import CRDConventions
import CRDJSON
import CRDRuntime
import SageMaker

struct RoleName: ScalarValue {
    var rawValue: String
}

enum Color: String, CaseIterable, ScalarValue {
    case red, green
}

// Raw JSON

var service = UntypedResource(api_version: "v1", kind: "Service", metadata: .init(name: "web"))
service["spec"]["ports"][0]["port"] = 8080
service["spec"]["selector"] = ["app": "web"]
let port = service["spec"]["ports"][0]["port"]?.int
service["spec"]["selector"] = nil
print(service["spec"] ?? .null)  // {"ports":[{"port":8080}]}
print(port ?? 0)

var value = try JSONValue(json: #"{"replicas": 3, "image": "web:1"}"#)
value["limits"] = try JSONValue(encoding: ["cpu": 2, "memory": 4])
value[at: "/limits/cpu"] = 1
let patch = value.mergePatch(from: ["replicas": 2, "paused": true])
print(patch["paused"] == .some(.null))  // true

// Printing

var old = TrainingJob(metadata: .init(name: "mnist"))
old.status = .init(failure_reason: "no capacity")
var job = old
job.metadata.labels["team"] = "vision"
job.status?.failure_reason = nil
job.status?.secondary_status = "Training"
print(job)
print(try job.difference(from: old))

// Values that are missing

var widget = UntypedResource(
    api_version: "example.com/v1",
    kind: "Widget",
    metadata: .init(generate_name: "widget-")
)
widget.metadata.labels["app"] = "web"
job.metadata.uid = "0f6c"
widget.metadata.owner_references = [OwnerReference(to: job, controller: true)]
let target = IntOrString(8080)
print(target.intValue ?? 0, target, IntOrString("http"))
print(LabelSelector(match_labels: ["app": "web"]).matches(widget.metadata.labels))

// Conditions

var conditions: [Condition]?
conditions.set(Condition(type: "Ready", status: .false, reason: "Starting"))
conditions.set(Condition(type: "Ready", status: .true, reason: "Started"))
print(conditions.isTrue("Ready"), conditions.first("Ready")?.reason ?? "")

// Quantities and durations

let memory: Quantity = "1.5Gi"
print(memory, memory + "512Mi", memory < "2Gi", memory.value ?? 0)
let timeout: GoDuration = "90s"
print(timeout, timeout.duration)

// Printer columns

let cells = try job.printerColumns(now: "2026-01-01T00:00:00Z")
print(cells.map { "\($0.header): \($0.text)" }.joined(separator: ", "))
print(RoleName(rawValue: "training").rawValue, Color.allCases)
