internal import ResyDomain
internal import ResyNative

/// The tables of an evening, for people.
enum AvailabilityText {
    static func render(_ found: Availability, now: Instant, in voice: Voice = .model) -> String {
        var lines: [String] = []
        let day = found.day.spoken(from: found.venue.today(now))
        let reading = Words.readings(found.readings, in: voice)
        if let seating = found.missingSeating {
            lines.append(
                "\(found.venue.name) - \(day): no table for \(found.party) with the seating "
                    + "\(CleanText.quoted(seating, to: 60))\(reading).")
        } else if found.slots.isEmpty {
            lines.append(
                "\(found.venue.name) - \(day): no table for \(found.party)\(window(found, in: voice))\(reading).")
        } else {
            lines.append("\(found.venue.name) - \(day)\(window(found, in: voice))\(reading):")
            lines += slots(found.slots, of: found, now, in: voice)
        }
        if !found.otherTimes.isEmpty {
            let day = Evening.part(of: found.otherTimes.map(\.time)).rawValue
            lines.append(found.missingSeating == nil ? "Other times that \(day):" : "With another seating:")
            lines += slots(found.otherTimes, of: found, now, in: voice)
        }
        if let note = FactsText.unknownBasis(of: found.slots + found.otherTimes) { lines.append(note) }
        if !found.openDays.isEmpty {
            let days = found.openDays.map { "\($0.spoken) (\($0.iso))" }.joined(separator: ", ")
            lines.append("Days with tables for \(found.party): \(days)")
        }
        lines += voice.texts(found.remarks)
        lines.append("Party of \(found.party) on \(found.day.iso). \(Words.details(found.venue)).")
        lines.append("On Resy: \(found.url)")
        return lines.joined(separator: "\n")
    }

    private static func slots(
        _ slots: [Slot], of found: Availability, _ now: Instant, in voice: Voice
    ) -> [String] {
        slots.map { "   " + FactsText.slot($0, evening: found.day, zone: found.venue.zone, now: now, in: voice) }
    }

    private static func window(_ found: Availability, in voice: Voice) -> String {
        guard let time = found.preferredTime?.spoken ?? found.eitherTime.map({ voice.text($0) }) else { return "" }
        return " within \(found.flexibility) minutes of \(time)"
    }
}

/// The same for programs.
enum AvailabilityJSON {
    static func render(_ found: Availability, nextStep: String? = nil, in voice: Voice = .model) -> JSON {
        let slot = { (slot: Slot) in
            Facts.slot(slot, evening: found.day, party: found.party, zone: found.venue.zone, in: voice)
        }
        var members: [(String, JSON)] = [
            ("venue", Facts.venue(found.venue, url: found.url)), ("date", .string(found.day.iso)),
            ("party_size", .integer(found.party)), ("preferred_time", .string(found.preferredTime?.clock)),
            ("flexibility_minutes", .integer(found.flexibility)), ("slots", .array(found.slots.map(slot))),
            ("other_times", .array(found.otherTimes.map(slot))),
            ("open_days", .array(found.openDays.map { .string($0.iso) })),
        ]
        if let note = Facts.note(found.readings.map { voice.text($0) + "." } + voice.texts(found.remarks)) {
            members.append(("note", note))
        }
        if let nextStep { members.append(("next_step", .string(nextStep))) }
        return .object(members)
    }
}
