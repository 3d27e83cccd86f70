import Testing

@testable import ResyDomain
@testable import ResyNative

@Suite struct ListedReservationTests {
    private static func held(_ charges: Charges) -> Reservation {
        Reservation(
            id: 1, venue: Venue(id: 1, name: "Example"), day: CalendarDay(daysSince1970: 20_000),
            time: TimeOfDay(hour: 19, minute: 0)!, party: 2, seating: nil, status: .confirmed, cancelBy: nil,
            charges: charges, mayCancel: true, source: .elsewhere, specialRequests: nil)
    }

    private static func paid(until: Double?) -> Charge {
        Charge.stated(.deposit, 50, "USD", .party, cutOff: until.map { Instant(seconds: $0) })
    }

    private static func late(until: Double?) -> Charge {
        Charge.stated(.cancellation, 30, "USD", .party, cutOff: until.map { Instant(seconds: $0) })
    }

    /// Resy's word that no fee applies says nothing of what was paid.
    @Test(
        arguments: [
            ([late(until: 900), paid(until: 500)], 500), ([paid(until: 500)], 500),
            ([paid(until: 2000)], 900), ([late(until: 900), paid(until: nil)], nil),
            ([paid(until: nil)], nil),
        ] as [(Charges, Double?)])
    func aWaivedFeeWaivesNoPayment(agreed: Charges, until: Double?) {
        var row = Self.held([.stated(.cancellation, 30, nil, .party, cutOff: Instant(seconds: 900))])
        row.cancelBy = Instant(seconds: 900)
        row.takeCharges(from: Self.held(agreed))
        let listed = ListedReservation(reservation: row, feeApplies: false)
        let deposit = row.charges.only { $0.kind == .deposit }
        #expect(listed.chargesNow(Instant(seconds: 400)) == (until == nil ? deposit : []))
        #expect(listed.chargesNow(Instant(seconds: 901)) == (until == nil ? deposit : row.charges))
    }

    /// That a fee applies says that there is one. It is due from its own moment on.
    @Test(
        arguments: [
            (true, 900, 400, true), (true, 900, 900, false), (false, 900, 400, true), (false, 900, 901, false),
            (nil, 900, 400, true), (true, nil, 400, false), (nil, nil, 400, false), (false, nil, 400, true),
        ] as [(Bool?, Double?, Double, Bool)])
    func noFeeIsDueBeforeItsMoment(applies: Bool?, until: Double?, now: Double, isFree: Bool) {
        let listed = ListedReservation(reservation: Self.held([Self.late(until: until)]), feeApplies: applies)
        #expect(listed.chargesNow(Instant(seconds: now)).isEmpty == isFree)
    }

    /// A deposit that is lost already is all that cancelling costs while the fee beside it is not due.
    @Test func eachPartHasItsOwnMoment() {
        let held = Self.held([Self.paid(until: 500), Self.late(until: 900)])
        #expect(held.costOfCancelling(at: Instant(seconds: 600)).map(\.kind) == [.deposit])
        #expect(held.costOfCancelling(at: Instant(seconds: 900)).count == 2)
    }
}
