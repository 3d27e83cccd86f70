import Testing

@testable import ResyNative

/// What the list says of a fee, beside what was agreed to when the table was booked.
@Suite struct ReservationFeeTests {
    private static func held(_ fee: Fee?) -> Reservation {
        Reservation(
            id: 1, venue: Venue(id: 1, name: "Example"), day: CalendarDay(daysSince1970: 20_000),
            time: TimeOfDay(hour: 19, minute: 0)!, party: 2, seating: nil, status: .confirmed, cancelBy: nil,
            cancellationFee: fee, mayCancel: true, source: .elsewhere, specialRequests: nil)
    }

    private static func fee(_ amount: Double?, _ currency: String?, _ basis: Fee.Basis) -> Fee {
        Fee.worded(.cancellation, amount, currency, basis, cutOff: nil)
    }

    @Test(arguments: [
        (fee(50, nil, .unknown), fee(25, "USD", .guest), Fee.Stake.known(50, currency: "USD")),
        (fee(25, nil, .unknown), fee(25, "USD", .guest), .known(50, currency: "USD")),
        (fee(40, nil, .unknown), fee(25, "USD", .guest), .known(80, currency: "USD")),
        (fee(50, "EUR", .unknown), fee(25, "USD", .guest), .known(100, currency: "EUR")),
        (fee(50, nil, .unknown), fee(nil, nil, .unknown), .unknown),
    ])
    func theMoneyIsThatOfTheTerms(listed: Fee, agreed: Fee, stake: Fee.Stake) {
        var row = Self.held(listed)
        row.takeWordsOfFee(from: Self.held(agreed))
        #expect(row.cancellationFee?.atStake(party: 2) == stake)
    }

    private static func paid(until: Double?) -> Fee {
        Fee.worded(.deposit, 50, "USD", .party, cutOff: until.map { Instant(seconds: $0) })
    }

    private static func late(until: Double?) -> Fee {
        Fee.worded(.cancellation, 30, "USD", .party, cutOff: until.map { Instant(seconds: $0) })
    }

    /// A list that names the late fee alone forgets neither what was paid nor that this may not come back.
    @Test(arguments: [
        (late(until: 900).together(with: paid(until: 500), party: 2), 500), (paid(until: 500), 500),
        (paid(until: 2000), 900), (late(until: 900).together(with: paid(until: nil), party: 2), nil),
        (paid(until: nil), nil),
    ])
    func whatWasPaidIsAtStakeBesideAFee(agreed: Fee, until: Double?) throws {
        var row = Self.held(Fee.worded(.cancellation, 30, nil, .party, cutOff: Instant(seconds: 900)))
        row.cancelBy = Instant(seconds: 900)
        row.takeWordsOfFee(from: Self.held(agreed))
        let fee = try #require(row.cancellationFee)
        #expect(fee.atStake(party: 2) == .known(80, currency: "USD"))
        #expect(fee.text.contains("cancellation fee of USD 30") && fee.text.contains("deposit of USD 50"))
        #expect(fee.cutOff?.seconds == until && row.cancelBy?.seconds == until)
        let listed = ListedReservation(reservation: row, feeApplies: false)
        #expect(listed.feeNow(Instant(seconds: 400)) == (until == nil ? fee : nil))
        #expect(listed.feeNow(Instant(seconds: 901)) == fee)
    }

    /// Resy's newer word that the time for a refund is over weighs more than what was agreed to.
    @Test func aListShortensTheTimeForARefund() {
        var row = Self.held(nil)
        row.cancelBy = Instant(seconds: 300)
        row.takeWordsOfFee(from: Self.held(Self.paid(until: 500)))
        #expect(row.cancellationFee?.cutOff?.seconds == 300)
    }
}
