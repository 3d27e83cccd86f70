import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// What all texts have in common.
@Suite struct RenderTests {
    static let link = VenueLinks(base: "https://resy.com")

    @Test func anotherYearIsNamed() {
        let earlier = Samples.now.adding(-60 * 86_400)
        let list = ReservationList(reservations: [Samples.reservation], isSynced: true, remarks: [])
        for text in [
            AvailabilityText.render(Samples.availability, now: earlier),
            BookingText.render(Samples.booked, now: earlier),
            ReservationText.render(list, includesPast: false, link: Self.link, now: earlier),
        ] {
            #expect(text.contains("Sat Feb 14, 2026"), "\(text)")
        }
    }

    @Test func whatIsPastIsNoLongerFree() throws {
        let late = try #require(Samples.feeWithCutOff.cutOff)
        var found = Samples.availability
        found.slots = [Samples.slot(Samples.time(19), fee: Samples.feeWithCutOff)]
        var outcome = Samples.booked
        (outcome.cancelBy, outcome.slot.charges) = (late, [Samples.feeWithCutOff])
        var held = Samples.reservation
        held.cancelBy = late
        let list = ReservationList(reservations: [held], isSynced: true, remarks: [])
        for text in [
            AvailabilityText.render(found, now: late), BookingText.render(outcome, now: late),
            ReservationText.render(list, includesPast: false, link: Self.link, now: late),
        ] {
            #expect(text.contains("no longer free to cancel"), "\(text)")
            #expect(!text.contains(" until "), "\(text)")
        }
    }
}
