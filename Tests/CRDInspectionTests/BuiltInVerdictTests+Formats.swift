extension BuiltInVerdictTests {
    /// Verdicts about times, quantities, and values that are integers or strings.
    static let formatVerdicts: [Verdict] = [
        ("Lease", #"spec: {renewTime: "2024-02-29T23:59:59.000000Z"}"#, nil),
        ("Lease", #"spec: {renewTime: "2024-02-29T23:59:59,000001+01:00"}"#, nil),
        ("Lease", #"spec: {renewTime: "2024-02-29T9:59:59.000000Z"}"#, nil),
        ("Lease", #"spec: {renewTime: "2024-02-29T23:59:59.000000+24:60"}"#, nil),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59Z"}"#,
            #"parsing time "2024-02-29T23:59:59Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "Z" as ".000000""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59.00000Z"}"#,
            #"parsing time "2024-02-29T23:59:59.00000Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse ".00000Z" as ".000000""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59.0000000Z"}"#,
            #"parsing time "2024-02-29T23:59:59.0000000Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "0Z" as "Z07:00""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29t23:59:59.000000Z"}"#,
            #"parsing time "2024-02-29t23:59:59.000000Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "t23:59:59.000000Z" as "T""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59.000000z"}"#,
            #"parsing time "2024-02-29T23:59:59.000000z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "z" as "Z07:00""#
        ),
        (
            "Lease", #"spec: {renewTime: "2023-02-29T23:59:59.000000Z"}"#,
            #"parsing time "2023-02-29T23:59:59.000000Z": day out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-13-01T00:00:00.000000Z"}"#,
            #"parsing time "2024-13-01T00:00:00.000000Z": month out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T24:00:00.000000Z"}"#,
            #"parsing time "2024-01-01T24:00:00.000000Z": hour out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:60:00.000000Z"}"#,
            #"parsing time "2024-01-01T00:60:00.000000Z": minute out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:60.000000Z"}"#,
            #"parsing time "2024-01-01T00:00:60.000000Z": second out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:00.000000+25:00"}"#,
            #"parsing time "2024-01-01T00:00:00.000000+25:00": time zone offset hour out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:00.000000+01:61"}"#,
            #"parsing time "2024-01-01T00:00:00.000000+01:61": time zone offset minute out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:00.000000Z."}"#,
            #"parsing time "2024-01-01T00:00:00.000000Z.": extra text: ".""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01"}"#,
            #"parsing time "2024-01-01" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "" as "T""#
        ),
        (
            "Lease", #"spec: {renewTime: "é"}"#,
            #"parsing time "\xc3\xa9" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "\xc3\xa9" as "2006""#
        ),
        (
            "Lease", #"spec: {renewTime: ""}"#,
            #"parsing time "" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "" as "2006""#
        ),
        ("Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59Z"}"#, nil),
        (
            "Secret",
            #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59.123456789012Z"}"#, nil
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59.Z"}"#,
            #"parsing time "2024-02-29T23:59:59.Z" as "2006-01-02T15:04:05Z07:00": cannot parse ".Z" as "Z07:00""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29 23:59:59Z"}"#,
            #"parsing time "2024-02-29 23:59:59Z" as "2006-01-02T15:04:05Z07:00": cannot parse " 23:59:59Z" as "T""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59"}"#,
            #"parsing time "2024-02-29T23:59:59" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59+0100"}"#,
            #"parsing time "2024-02-29T23:59:59+0100" as "2006-01-02T15:04:05Z07:00": cannot parse "+0100" as "Z07:00""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "1"}"#,
            #"parsing time "1" as "2006-01-02T15:04:05Z07:00": cannot parse "1" as "2006""#
        ),
        ("ResourceQuota", "spec: {hard: {a: 1}}", nil),
        ("ResourceQuota", "spec: {hard: {a: 1.5}}", nil),
        ("ResourceQuota", #"spec: {hard: {a: "1"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "1.5Gi"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "100m"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "1e3"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "1E"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "+.5"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: " 5 "}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "5."}}"#, nil),
        ("ResourceQuota", "spec: {hard: {a: 1e3}}", nil),
        ("ResourceQuota", "spec: {hard: {a: null}}", nil),
        (
            "ResourceQuota", #"spec: {hard: {a: ""}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", #"spec: {hard: {a: "5 Gi"}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        ("ResourceQuota", #"spec: {hard: {a: "1Kim"}}"#, "unable to parse quantity's suffix"),
        (
            "ResourceQuota", #"spec: {hard: {a: "1..2"}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        ("ResourceQuota", #"spec: {hard: {a: "."}}"#, nil),
        (
            "ResourceQuota", #"spec: {hard: {a: "0x10"}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: abc}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: true}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: []}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: {}}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        ("PodDisruptionBudget", "spec: {minAvailable: 1}", nil),
        ("PodDisruptionBudget", #"spec: {minAvailable: "1"}"#, nil),
        ("PodDisruptionBudget", #"spec: {minAvailable: "50%"}"#, nil),
        ("PodDisruptionBudget", "spec: {minAvailable: 50%}", nil),
        ("PodDisruptionBudget", "spec: {minAvailable: 1.0}", nil),
        (
            "PodDisruptionBudget", "spec: {minAvailable: 1.5}",
            "json: cannot unmarshal number 1.5 into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        ("PodDisruptionBudget", "spec: {minAvailable: -1}", nil),
        (
            "PodDisruptionBudget", "spec: {minAvailable: 2147483648}",
            "json: cannot unmarshal number 2147483648 into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        (
            "PodDisruptionBudget", "spec: {minAvailable: true}",
            "json: cannot unmarshal bool into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        (
            "PodDisruptionBudget", "spec: {minAvailable: []}",
            "json: cannot unmarshal array into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        (
            "PodDisruptionBudget", "spec: {minAvailable: {}}",
            "json: cannot unmarshal object into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        ("PodDisruptionBudget", "spec: {minAvailable: null}", nil),
    ]
}
