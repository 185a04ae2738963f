/// Parts of timestamps and durations (cel-go 0.26, common/types/timestamp.go and duration.go).
extension Function {
    static var times: [Function] {
        [
            part("getDate", .date, "timestamp_to_day_of_month_1_based"),
            part("getDayOfMonth", .dayOfMonth, "timestamp_to_day_of_month"),
            part("getDayOfWeek", .dayOfWeek, "timestamp_to_day_of_week"),
            part("getDayOfYear", .dayOfYear, "timestamp_to_day_of_year"),
            part("getFullYear", .fullYear, "timestamp_to_year"),
            part("getHours", .hours, "timestamp_to_hours", ("duration_to_hours", .hours)),
            part(
                "getMilliseconds",
                .milliseconds,
                "timestamp_to_milliseconds",
                ("duration_to_milliseconds", .milliseconds)
            ),
            part("getMinutes", .minutes, "timestamp_to_minutes", ("duration_to_minutes", .minutes)),
            part("getMonth", .month, "timestamp_to_month"),
            part("getSeconds", .seconds, "timestamp_to_seconds", ("duration_to_seconds", .seconds)),
        ]
    }

    /// Returns the function for a part of a timestamp, and for the number of a unit in a duration.
    private static func part(
        _ name: String,
        _ part: Timestamp.Part,
        _ id: String,
        _ duration: (id: String, unit: DurationText.Unit)? = nil
    ) -> Function {
        // The only identifier that is not regular.
        let zonedID = id == "timestamp_to_seconds" ? "timestamp_to_seconds_tz" : id + "_with_tz"
        var overloads: [Overload] = [
            .member(id, [.timestamp], .int) { timestamp in
                guard case .timestamp(let timestamp) = timestamp else { return .noSuchOverload }
                return .int(timestamp.part(part))
            },
            .member(zonedID, [.timestamp, .string], .int) { timestamp, zone in
                guard case .timestamp(let timestamp) = timestamp, case .string(let zone) = zone
                else { return .noSuchOverload }
                do throws(TimeZone.Failure) {
                    return .int(timestamp.part(part, in: try TimeZone(zone)))
                } catch {
                    return .error(error.message)
                }
            },
        ]
        if let duration {
            overloads.append(
                .member(duration.id, [.duration], .int) { value in
                    guard case .duration(let nanoseconds) = value else { return .noSuchOverload }
                    return .int(DurationText.whole(nanoseconds, duration.unit))
                }
            )
        }
        return Function(name, overloads)
    }
}
