@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// How a change is told, to whoever reads the text alone, the structure alone, or both; and to a person.
@Suite(.timeLimit(.minutes(1))) struct ChangeTextTests {
    private static let link = VenueLinks(base: "https://resy.com")
    private static let statuses: [ChangeOutcome.Status] = [
        .changed, .needsConfirmation, .declined, .overLimit, .notChanged, .bothHeld, .neitherHeld, .unknown,
    ]

    private static func outcome(_ status: ChangeOutcome.Status) -> ChangeOutcome {
        var outcome = Samples.change(status)
        outcome.lost = Charges([Samples.deposit])
        switch status {
        case .declined: outcome.remarks = [.changing(.saidNo)]
        case .overLimit:
            outcome.remarks = [.changing(.overLimit(.known(Amount(120) ?? .zero, currency: "USD"), limit: 50))]
        case .notChanged: outcome.remarks = [.changing(.because(.booking(.noCard)))]
        case .bothHeld: outcome.remarks = [.changing(.oldLeft)]
        case .unknown:
            outcome.remarks = [.changing(.unknown(.nothing, listUnread: false, url: outcome.byHand))]
        case .changed, .needsConfirmation, .neitherHeld: break
        }
        return outcome
    }

    @Test(arguments: [
        (
            ChangeOutcome.Status.changed,
            "Changed: Carbone, Sat Feb 14, 8:00 PM, party of 2, Dining Room (RESY-900000124)"
        ),
        (.needsConfirmation, "Not changed yet. Please confirm: Carbone, Sat Feb 14, 7:00 PM, party of 2"),
        (.declined, "Not changed, the old table stands: Carbone"),
        (.overLimit, "Not changed, the old table stands: Carbone"),
        (.notChanged, "Not changed, the old table stands: Carbone"),
        (.bothHeld, "Both tables are held: the new one, Carbone"),
        (.neitherHeld, "Neither table is held any more"),
        (.unknown, "It is not known whether this was changed: Carbone"),
    ]) func theFirstLineSaysWhatIsSo(status: ChangeOutcome.Status, first: String) {
        let text = ChangeText.render(Self.outcome(status), now: Samples.now)
        #expect(text.hasPrefix(first), "\(text)")
        #expect(!text.contains("RESY-0"))
        let row = Paper(width: nil).text(ChangeSheet(outcome: Self.outcome(status), limit: 50, now: Samples.now).sheet)
        #expect(!row.contains("RESY-0"), "\(row)")
        #expect(row.contains("Carbone"))
    }

    @Test(arguments: statuses) func theStructureFitsItsSchemaAndSaysTheSame(status: ChangeOutcome.Status) throws {
        let outcome = Self.outcome(status)
        let next = NextStep.of(outcome)
        let structured = ChangeJSON.render(outcome, link: Self.link, nextStep: next, now: Samples.now)
        #expect(SchemaCheck.faults(structured, Tool.changeReservation.outputSchema) == [])
        #expect(structured.at("status") == .string(status.rawValue))
        #expect(structured.at("old", "confirmation_id") == "RESY-900000123")
        #expect((structured.at("new").member("confirmation_id") != nil) == outcome.isNewHeld)
        #expect(structured.at("costs", "lost", "total") == 20)
        #expect(structured.at("costs", "at_stake", "total") == 100)
        #expect((structured.member("confirm_token") != nil) == (status == .needsConfirmation))
        #expect(!next.isEmpty)
    }

    @Test func bothCostsStandBeforeAYes() {
        let text = ChangeText.render(Self.outcome(.needsConfirmation), now: Samples.now)
        for fact in [
            "The new table: $50 late fee per guest ($100 for 2)", "The old table: Cancelling now: the $20 deposit",
            "The new table is booked first", "“Be on time.”", "k7Qz2m",
        ] { #expect(text.contains(fact), "\(fact) in \(text)") }
    }

    /// Until when each of the two can be left.
    @Test func bothHeldSaysWhatLeavingCosts() {
        var outcome = Self.outcome(.bothHeld)
        outcome.new?.charges = Charges([Samples.feeWithCutOff])
        let text = ChangeText.render(outcome, now: Samples.now)
        #expect(text.contains("RESY-900000123: free."))
        #expect(text.contains("RESY-900000124: $50 late fee per guest ($100 for 2), free to cancel until Fri 7 PM."))
    }

    @Test func neitherComesWithTheLinkFirst() {
        let text = ChangeText.render(Self.outcome(.neitherHeld), now: Samples.now)
        #expect(
            text.split(separator: "\n")[0].contains("Look at https://resy.com/account/reservations-and-notify at once"))
        let notes = ChangeJSON.render(Self.outcome(.neitherHeld), link: Self.link, now: Samples.now)
        #expect(notes.at("url") == "https://resy.com/account/reservations-and-notify")
    }

    // MARK: - A question at the terminal

    @Test func aQuestionHasEightRowsAtMost() {
        guard case .change(var asked) = Samples.changeQuestion.about else { preconditionFailure("a change") }
        let line = String(repeating: "Please be on time, and mind the dress code of the house. ", count: 6)
        asked.new.terms = Terms(
            charges: [Samples.feeWithCutOff], cancelBy: nil, lines: [line, line + "!"], doubleConfirmation: [],
            currency: "USD")
        asked.new.card = PaymentCard(id: 1, brand: "Visa", lastFour: "4242", isDefault: true)
        asked.old.cost = [Samples.deposit]
        let question = QuestionSheet(question: Question(.change(asked)), now: Samples.now)
        let paper = Paper(width: 80)
        let text = paper.text(question.sheet(on: paper))
        #expect(paper.height(of: question.sheet(on: paper)) + 1 <= QuestionSheet.most, "\(text)")
        #expect(text.contains("The old one: cancelling now costs $20"))
        #expect(question.prompt == "Change it, put $100 at stake and lose $20? [y/N] ")
        #expect(Voice.person.label(Question(.change(asked))) == "Change it ($100 at stake, $20 lost)")
    }
}
