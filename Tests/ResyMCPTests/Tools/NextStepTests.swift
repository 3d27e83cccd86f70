import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// What a model is told to do with an evening's tables.
@Suite struct NextStepTests {
    private static let link = "give the user the link (venue.url) to book it on Resy's site"

    private func found(
        _ slots: [Slot], other: [Slot] = [], open: [CalendarDay] = [], change: (inout Venue) -> Void = { _ in }
    ) -> Availability {
        var found = Samples.availability
        (found.slots, found.otherTimes, found.openDays) = (slots, other, open)
        change(&found.venue)
        return found
    }

    private func shut(_ hour: Int, _ why: Slot.Obstacle = .addOn) -> Slot {
        var slot = Samples.slot(Samples.time(hour))
        slot.obstacle = why
        return slot
    }

    @Test func whatIsOpenIsOffered() {
        let step = NextStep.of(found([Samples.slot(Samples.time(19))]), in: .model)
        #expect(step.hasPrefix("Offer these times with their fees.") && !step.contains("link"))
        #expect(
            NextStep.of(found([], other: [Samples.slot(Samples.time(21))]), in: .model).contains(
                "Offer the other times"))
    }

    @Test(arguments: [true, false]) func whatOnlyTheSiteBooksIsForTheLink(isInside: Bool) {
        let slots = [shut(19), shut(20, .globalDining(mayBeOpen: false))]
        let open = [Samples.day.adding(days: 1)]
        let shown = isInside ? found(slots, open: open) : found([], other: slots, open: open)
        let step = NextStep.of(shown, in: .model)
        #expect(step.contains(Self.link))
        #expect(!step.contains("another day") && !step.contains("make_reservation"))
    }

    @Test func besideWhatIsOpenTheRestIsForTheLink() {
        let open = Samples.slot(Samples.time(19))
        let step = NextStep.of(found([open, shut(20)]), in: .model)
        #expect(
            step.hasPrefix("Offer these times") && step.contains("For a blocked time, \(Self.link)."))
        #expect(NextStep.of(found([shut(19)], other: [open]), in: .model).contains("Offer the other times"))
    }

    @Test func behindACaptchaOtherDaysAreForTheLinkToo() {
        let step = NextStep.of(found([], open: [Samples.day.adding(days: 1)]) { $0.wantsCaptcha = true }, in: .model)
        #expect(step.hasPrefix("Offer the open days") && step.contains(Self.link))
    }

    @Test func aSeatingThatIsNotThereIsSaid() {
        var evening = found([], other: [Samples.slot(Samples.time(19))])
        evening.missingSeating = "roof"
        #expect(NextStep.of(evening, in: .model).hasPrefix("No table has that seating. Offer the others"))
    }

    /// Where nothing may be changed, no tool that changes something is named.
    @Test func withoutDeedsNothingNamesOne() {
        let step = NextStep.of(found([Samples.slot(Samples.time(19))]), in: Voice(.model, offersDeeds: false))
        #expect(!step.contains("make_reservation") && step.contains("link"))
    }

    @Test func withoutAnyTableAnotherDayIsAskedFor() {
        #expect(NextStep.of(found([]), in: .model).hasPrefix("Ask the user for another day"))
        let tock = found([shut(19, .onTock)]) { $0.isTock = true }
        #expect(NextStep.of(tock, in: .model).contains("Tock"))
    }

    // MARK: - Of a deed, for one that runs commands

    private static let ofTools = [
        "confirm_token", "my_reservations", "_reservation", "call again", "the server is started",
    ]

    private func isOfCommands(_ step: String) -> Bool { !step.isEmpty && !Self.ofTools.contains { step.contains($0) } }

    @Test(arguments: [BookingOutcome.Status.booked, .needsConfirmation, .declined, .overLimit, .unknown])
    func aBookingUnderJSONSpeaksOfCommands(status: BookingOutcome.Status) {
        var outcome = Samples.outcome(status)
        outcome.wishes = status == .booked ? [ToldWish(.words("quiet table"), .open)] : outcome.wishes
        let step = NextStep.of(outcome, in: .person)
        #expect(isOfCommands(step), "\(step)")
        #expect(step.contains("--yes, and --max-fee AMOUNT") == (status == .needsConfirmation))
        #expect(step.contains("`resy-mcp list`") == (status == .unknown || status == .booked))
        #expect(NextStep.of(outcome, in: .model) == NextStep.of(outcome))
    }

    /// No yes counts until it is known which one is meant.
    @Test func aGuessIsNamedFirst() {
        var held = CancellationOutcome(.needsConfirmation, Samples.reservation)
        #expect(NextStep.of(held, in: .person).contains("with --yes, and --max-fee AMOUNT"))
        held.remarks.append(.cancelling(.guessed))
        let command = "run `resy-mcp cancel --id RESY-900000123 --yes`, and --max-fee"
        #expect(NextStep.of(held, in: .person).contains(command))
        held.confirmToken = "TOKEN"
        #expect(NextStep.of(held, in: .model).hasSuffix("call again with the confirm_token."))
    }

    @Test(arguments: [
        CancellationOutcome.Status.cancelled, .needsConfirmation, .declined, .notCancelled, .unknown,
    ])
    func aCancellationUnderJSONSpeaksOfCommands(status: CancellationOutcome.Status) {
        let step = NextStep.of(CancellationOutcome(status, Samples.reservation), in: .person)
        #expect(isOfCommands(step), "\(step)")
    }

    @Test(arguments: [
        ChangeOutcome.Status.changed, .needsConfirmation, .declined, .overLimit, .notChanged, .bothHeld, .neitherHeld,
        .unknown,
    ])
    func aChangeUnderJSONSpeaksOfCommands(status: ChangeOutcome.Status) {
        var outcome = Samples.change(status)
        for (isNew, isWish) in [(false, false), (true, false), (false, true)] {
            (outcome.isNewBooked, outcome.isAboutWishAlone) = (isNew, isWish)
            let step = NextStep.of(outcome, in: .person)
            #expect(isOfCommands(step), "\(step)")
        }
    }
}
