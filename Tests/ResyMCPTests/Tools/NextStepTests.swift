import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// What a model is told to do with an evening's tables.
@Suite struct NextStepTests {
    private static let link = "give the user the link (venue.url): they can book it on Resy's site themselves"

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
        let step = Tool.nextStep(found([Samples.slot(Samples.time(19))]))
        #expect(step.hasPrefix("Offer these times to the user") && !step.contains("link"))
        #expect(Tool.nextStep(found([], other: [Samples.slot(Samples.time(21))])).contains("offer the other times"))
    }

    @Test(arguments: [true, false]) func whatOnlyTheSiteBooksIsForTheLink(isInside: Bool) {
        let slots = [shut(19), shut(20, .globalDining(mayBeOpen: false))]
        let open = [Samples.day.adding(days: 1)]
        let shown = isInside ? found(slots, open: open) : found([], other: slots, open: open)
        let step = Tool.nextStep(shown)
        #expect(step.contains(Self.link))
        #expect(!step.contains("another day") && !step.contains("make_reservation"))
    }

    @Test func besideWhatIsOpenTheRestIsForTheLink() {
        let open = Samples.slot(Samples.time(19))
        let step = Tool.nextStep(found([open, shut(20)]))
        #expect(
            step.hasPrefix("Offer these times") && step.contains("For a time that cannot be booked here \(Self.link)."))
        #expect(Tool.nextStep(found([shut(19)], other: [open])).contains("offer the other times"))
    }

    @Test func behindACaptchaOtherDaysAreForTheLinkToo() {
        let step = Tool.nextStep(found([], open: [Samples.day.adding(days: 1)]) { $0.wantsCaptcha = true })
        #expect(step.hasPrefix("Offer the open days") && step.contains(Self.link))
    }

    @Test func withoutAnyTableAnotherDayIsAskedFor() {
        #expect(Tool.nextStep(found([])).hasPrefix("Ask the user for another day"))
        let tock = found([shut(19, .onTock)]) { $0.isTock = true }
        #expect(Tool.nextStep(tock).contains("Tock"))
    }
}
