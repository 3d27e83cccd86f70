import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// Some clients show a model the structure alone, some the first block alone, some all of it. Each reader knows what happened,
/// what money is at stake and what to do next, and none is sent to a deed without a person's yes.
@Suite(.timeLimit(.minutes(1))) struct ThreeReadersTests {
    /// What one call answered.
    struct Seen {
        var structure: JSON
        var blocks: [JSON]

        init(_ answer: JSON) throws {
            structure = answer.at("result", "structuredContent")
            blocks = try answer.at("result", "content").items
        }

        var first: String { blocks.first.flatMap { try? $0["text"].string } ?? "" }
        var second: String { blocks.dropFirst().first.flatMap { try? $0["text"].string } ?? "" }
        var nextStep: String { (try? structure["next_step"].string) ?? "" }
    }

    private func booking(_ outcome: BookingOutcome) async throws -> Seen {
        let conversation = await Conversation.open(ScriptedConcierge(onBook: { _, _ in outcome }))
        let call = #"{"restaurant_name":"Carbone","date":"Saturday","time":"19:00"}"#
        return try Seen(await conversation.call("make_reservation", call))
    }

    private func cancellation(_ outcome: CancellationOutcome) async throws -> Seen {
        let conversation = await Conversation.open(ScriptedConcierge(onCancel: { _, _ in outcome }))
        return try Seen(await conversation.call("cancel_reservation", #"{"confirmation_id":"RESY-900000123"}"#))
    }

    /// What an outcome of that status says beside it.
    private func outcome(_ status: BookingOutcome.Status) -> BookingOutcome {
        var outcome = Samples.outcome(status)
        switch status {
        case .overLimit:
            outcome.remarks = [.booking(.overLimit(.known(Amount(200) ?? .zero, currency: "USD"), limit: 50))]
        case .declined: outcome.remarks = [.booking(.saidNo)]
        case .unknown:
            outcome.remarks = [.booking(.unknown(.nothing, listUnread: false, url: outcome.byHand))]
        case .booked, .needsConfirmation: break
        }
        return outcome
    }

    private static let bookings: [(BookingOutcome.Status, happened: [String], next: [String])] = [
        (.booked, ["Booked: Carbone", "RESY-900000123"], []),
        (.needsConfirmation, ["Not booked yet. Please confirm"], ["After the user's yes", "k7Qz2m"]),
        (.declined, ["Not booked: Carbone", "The user was asked and said no. Nothing was booked."], []),
        (.overLimit, ["Not booked: Carbone", "the user's limit", "Nothing was booked."], []),
        (
            .unknown, ["It is not known whether this was booked: Carbone"],
            ["call my_reservations", "won't be sent again"]
        ),
    ]

    @Test(arguments: bookings.indices) func eachReaderKnowsOfABooking(index: Int) async throws {
        let (status, happened, next) = Self.bookings[index]
        let seen = try await booking(outcome(status))
        // The first block alone.
        for fact in happened + next + ["$50 late fee per guest ($100 for 2)"] {
            #expect(seen.first.contains(fact), "\(fact)")
        }
        // The structure alone.
        #expect(seen.structure.at("status") == .string(status.rawValue))
        #expect(seen.structure.at("fee", "total") == 100 && seen.structure.at("already") == false)
        #expect(!seen.nextStep.isEmpty)
        #expect((seen.structure.member("confirm_token") != nil) == (status == .needsConfirmation))
        try agree(seen)
    }

    private static let cancellations: [(CancellationOutcome.Status, happened: String, next: [String])] = [
        (.cancelled, "Cancelled: Carbone", []),
        (
            .needsConfirmation, "Not cancelled yet. Please confirm",
            ["After the user's yes", "tok9", "can't be undone"]
        ),
        (.declined, "Nothing was cancelled.", []), (.notCancelled, "still booked", []),
        (.unknown, "It is not known whether this was cancelled", ["call my_reservations"]),
    ]

    @Test(arguments: cancellations.indices) func eachReaderKnowsOfACancellation(index: Int) async throws {
        let (status, happened, next) = Self.cancellations[index]
        var outcome = Samples.cancelled
        (outcome.status, outcome.reservation.charges) = (status, [Samples.fee])
        switch status {
        case .needsConfirmation:
            outcome.confirmToken = "tok9"
            outcome.remarks = [.cancelling(.costs([Samples.fee]))]
        case .unknown: outcome.remarks = [.cancelling(.triedBefore(url: "https://resy.com/x"))]
        case .cancelled: outcome.charged = Charged(Amount(100)!, "USD")
        case .declined, .notCancelled: break
        }
        let seen = try await cancellation(outcome)
        for fact in [happened, "$100"] + next { #expect(seen.first.contains(fact), "\(fact)") }
        #expect(seen.structure.at("status") == .string(status.rawValue))
        #expect(seen.structure.at("reservation", "fee", "total") == 100)
        #expect(seen.structure.member("refund")?.isNull == true)
        #expect((seen.structure.member("charged")?.isNull == false) == (status == .cancelled))
        try agree(seen)
    }

    @Test(arguments: [true, false]) func eachReaderKnowsOfAnEvening(isReadOnly: Bool) async throws {
        let conversation = await Conversation.open(isReadOnly: isReadOnly)
        let seen = try Seen(
            await conversation.call("check_availability", #"{"restaurant_name":"Carbone","date":"Saturday"}"#))
        #expect(seen.first.contains("7:30 PM") && seen.first.contains("$50 late fee per guest ($100 for 2)"))
        #expect(seen.structure.at("tables").compact.contains("19:30"))
        // Nothing names a tool that is not offered.
        for text in [seen.first, seen.second, seen.nextStep] where isReadOnly {
            #expect(!text.contains("make_reservation"), "\(text)")
        }
        #expect(seen.nextStep.contains("make_reservation") == !isReadOnly)
        try agree(seen)
    }

    /// Of a search that was cut short: what there is, what was not looked at, and how it goes on.
    @Test(arguments: [true, false]) func eachReaderKnowsOfASearch(isReadOnly: Bool) async throws {
        let conversation = await Conversation.open(
            ScriptedConcierge(onSearch: { _, _ in SearchSamples.partial }), isReadOnly: isReadOnly)
        let seen = try Seen(await conversation.call("find_tables", #"{"restaurants":["x"],"dates":"Sat"}"#))
        #expect(seen.first.hasPrefix("So far 2 restaurants have a table for 4"))
        #expect(seen.first.contains("$50 late fee per guest ($200 for 4)") && seen.first.contains("cursor c5Yx"))
        #expect(seen.structure.at("cursor") == "c5Yx" && seen.structure.member("continue_after") != nil)
        #expect(seen.nextStep.contains("make_reservation") == !isReadOnly && seen.nextStep.contains("cursor"))
        #expect(!seen.first.contains("make_reservation"))
        try agree(seen)
    }

    @Test func eachReaderKnowsOfOpenDays() async throws {
        let conversation = await Conversation.open()
        let seen = try Seen(await conversation.call("open_days", #"{"restaurant_name":"Semma"}"#))
        #expect(seen.first.hasPrefix("Semma has tables for 2 on 3 of 7 days"))
        #expect(seen.first.contains("Sat Feb 28 opened Fri Feb 13, 9:00 AM"))
        #expect(seen.structure.at("release").compact.contains("2026-02-13T09:00:00-05:00"))
        try agree(seen)
    }

    /// A list that Resy answered for needs no next step; another one is to be asked for again.
    @Test(arguments: [true, false]) func eachReaderKnowsOfAList(isSynced: Bool) async throws {
        let list = ReservationList(
            reservations: [], isSynced: isSynced,
            remarks: isSynced ? [] : [.list(.fromMemory(.service(.server(status: 500)), []))])
        let conversation = await Conversation.open(ScriptedConcierge(onList: { _, _ in list }))
        let seen = try Seen(await conversation.call("my_reservations"))
        #expect(seen.structure.at("synced") == .bool(isSynced))
        #expect(seen.first.hasPrefix("I couldn't reach Resy.") == !isSynced)
        #expect(seen.blocks.count == (isSynced ? 1 : 2))
        if !isSynced { try agree(seen) }
    }

    /// The second block is the structure's next step, for the model alone, and whoever is sent to a deed is sent by a yes.
    private func agree(_ seen: Seen) throws {
        #expect(seen.blocks.count == 2)
        #expect(seen.second == seen.nextStep)
        #expect(seen.blocks[1].at("annotations", "audience") == ["assistant"])
        #expect(seen.blocks[0].member("annotations") == nil)
        for text in [seen.first, seen.nextStep] {
            let sentences = text.split(whereSeparator: { ".\n".contains($0) })
            for sentence in sentences
            where sentence.contains("make_reservation") || sentence.contains("cancel_reservation") {
                let isAfterAYes = ["yes", "agree", "chose"].contains { sentence.contains($0) }
                #expect(isAfterAYes, "\(sentence)")
            }
        }
    }
}
