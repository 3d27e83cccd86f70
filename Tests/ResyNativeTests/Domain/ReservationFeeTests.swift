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
}
