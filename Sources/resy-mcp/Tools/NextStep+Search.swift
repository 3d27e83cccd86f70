internal import ResyDomain

/// What a model is to do with an answer over restaurants or days.
extension NextStep {
    static func of(_ found: FoundTables, now: Instant, in voice: Voice) -> String {
        var steps = [offer(found, in: voice)]
        if found.isEverywhere, !found.listsNobody {
            steps.append("Ask where the user is, and search again with location.")
        }
        if let doubt = found.eitherTime, !found.results.isEmpty {
            steps.append("Ask whether \(voice.text(doubt)) is meant.")
        }
        if hasChoice(found.leftOut) { steps.append("Ask which restaurant is meant where left_out has candidates.") }
        if voice.offersDeeds, found.notifiable != nil {
            steps.append("For a sold-out one notify_me may have Resy tell the user when a table opens.")
        }
        if found.cursor != nil {
            let wait = found.end?.opens.flatMap { $0 > now ? " \(voice.at(now).wait(until: $0))" : nil } ?? ""
            steps.append("Not all was looked at: the same call with the cursor goes on\(wait).")
        } else if found.isPartial {
            steps.append("Not all was looked at: say so.")
        }
        return steps.joined(separator: " ")
    }

    private static func offer(_ found: FoundTables, in voice: Voice) -> String {
        let slots = found.results.flatMap { $0.evenings.flatMap(\.slots) }
        if found.listsNobody {
            return "Try one cuisine or part of a name; for a meal leave query out and give earliest and latest."
        }
        guard !found.results.isEmpty else {
            return !found.isPartial
                ? "Tell the user that nothing fits, and offer other times, days or places."
                : "Tell the user what was looked at so far."
        }
        let link = "give the link (venue.url) to book it on its own site"
        guard found.hasBookable else { return "None of these can be booked here: say why, and \(link)." }
        guard voice.offersDeeds else { return "Offer these with their fees; booking is switched off here: \(link)." }
        let isLate = found.results.contains { result in
            result.evenings.contains { evening in evening.slots.contains { $0.day != evening.day } }
        }
        let night = isLate ? " For a time after midnight give the date that it stands under." : ""
        let rest = slots.allSatisfy(\.isBookable) ? "" : " For a blocked one, \(link)."
        return
            "Offer these with their fees. Call make_reservation only after the user chose one, with “Resy venue” and "
            + "venue.id as its restaurant_name.\(night)\(rest)"
    }

    private static func hasChoice(_ leftOut: [LeftOut]) -> Bool {
        leftOut.contains { if case .unnamed(let error) = $0.reason { !error.choices.isEmpty } else { false } }
    }

    static func of(_ found: OpenDays, now: Instant, in voice: Voice) -> String {
        guard !found.days.contains(where: { $0.status == .open }) else {
            let release = found.statesRelease ? " Say when later days open, and who says so." : ""
            guard found.obstacle == nil else {
                return "Offer the open days; none of these tables can be booked here: say why, and give the link "
                    + "(venue.url).\(release)"
            }
            return "Offer the open days; check_availability has the fees of the one that the user picks.\(release)"
        }
        let release =
            found.statesRelease
            ? "Say when days open, and who says so." : "Offer other weeks, another party size or restaurant."
        let isSoldOut = voice.offersDeeds && found.days.contains { $0.status == .soldOut }
        let notify = isSoldOut ? " For a sold-out day notify_me may have Resy tell the user when a table opens." : ""
        return "No day is open: tell the user. \(release)\(notify)"
    }
}
