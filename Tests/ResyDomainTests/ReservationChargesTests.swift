import Testing

@testable import ResyDomain

/// What the list says of a fee, beside what was agreed to when the table was booked.
@Suite struct ReservationChargesTests {
    private static func held(_ charges: Charges) -> Reservation {
        Reservation(
            id: 1, venue: Venue(id: 1, name: "Example"), day: CalendarDay(daysSince1970: 20_000),
            time: TimeOfDay(hour: 19, minute: 0)!, party: 2, seating: nil, status: .confirmed, cancelBy: nil,
            charges: charges, mayCancel: true, source: .elsewhere, specialRequests: nil)
    }

    private static func fee(_ amount: Double?, _ currency: String?, _ basis: Charge.Basis) -> Charge {
        .stated(.cancellation, amount, currency, basis)
    }

    @Test(arguments: [
        (fee(50, nil, .unknown), fee(25, "USD", .guest), Stake.known(50, currency: "USD")),
        (fee(25, nil, .unknown), fee(25, "USD", .guest), .known(50, currency: "USD")),
        (fee(40, nil, .unknown), fee(25, "USD", .guest), .known(80, currency: "USD")),
        (fee(50, "EUR", .unknown), fee(25, "USD", .guest), .known(100, currency: "EUR")),
        (fee(50, nil, .unknown), fee(nil, nil, .unknown), .unknown),
    ])
    func theMoneyIsThatOfTheTerms(listed: Charge, agreed: Charge, stake: Stake) {
        var row = Self.held([listed])
        row.takeCharges(from: Self.held([agreed]))
        #expect(row.charges.stake(party: 2) == stake)
    }

    private static func paid(until: Double?) -> Charge {
        Charge.stated(.deposit, 50, "USD", .party, cutOff: until.map { Instant(seconds: $0) })
    }

    private static func late(until: Double?) -> Charge {
        Charge.stated(.cancellation, 30, "USD", .party, cutOff: until.map { Instant(seconds: $0) })
    }

    /// A list that names the late fee alone forgets neither what was paid nor that this may not come back.
    @Test(
        arguments: [
            ([late(until: 900), paid(until: 500)], 500), ([paid(until: 500)], 500),
            ([paid(until: 2000)], 900), ([late(until: 900), paid(until: nil)], nil),
            ([paid(until: nil)], nil),
        ] as [(Charges, Double?)])
    func whatWasPaidIsAtStakeBesideAFee(agreed: Charges, until: Double?) throws {
        var row = Self.held([.stated(.cancellation, 30, nil, .party, cutOff: Instant(seconds: 900))])
        row.cancelBy = Instant(seconds: 900)
        row.takeCharges(from: Self.held(agreed))
        let charges = row.charges
        #expect(charges.stake(party: 2) == .known(80, currency: "USD"))
        #expect(charges.text.contains("$30 late fee") && charges.text.contains("$50 deposit"))
        #expect(charges.freeUntil?.seconds == until && row.cancelBy?.seconds == until)
    }

    /// Resy's newer word that the time for a refund is over weighs more than what was agreed to.
    @Test func aListShortensTheTimeForARefund() {
        var row = Self.held([])
        row.cancelBy = Instant(seconds: 300)
        row.takeCharges(from: Self.held([Self.paid(until: 500)]))
        #expect(row.charges.freeUntil?.seconds == 300)
    }
}
