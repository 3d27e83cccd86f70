@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

private typealias ExitStatus = resy_mcp.ExitStatus

@Suite struct ExitStatusTests {
    @Test(arguments: [
        (ResyError.Code.badRequest, ExitStatus.usage), (.notSignedIn, .notSignedIn), (.signInFailed, .notSignedIn),
        (.signInBlocked, .failed), (.slotGone, .nothingAvailable), (.venueNotFound, .nothingAvailable),
        (.venueAmbiguous, .failed), (.reservationNotFound, .failed), (.network, .failed), (.conflict, .failed),
    ])
    fileprivate func followsTheError(code: ResyError.Code, status: ExitStatus) {
        #expect(ExitStatus(ResyError(code, .program(.noAnswer))) == status)
    }

    @Test(arguments: [
        (BookingOutcome.Status.booked, ExitStatus.done), (.needsConfirmation, .needsYes), (.declined, .needsYes),
        (.overLimit, .needsYes), (.unknown, .outcomeUnknown),
    ])
    fileprivate func followsTheBooking(outcome: BookingOutcome.Status, status: ExitStatus) {
        #expect(ExitStatus(outcome) == status)
    }

    @Test(arguments: [
        (CancellationOutcome.Status.cancelled, ExitStatus.done), (.needsConfirmation, .needsYes),
        (.declined, .needsYes), (.notCancelled, .failed), (.unknown, .outcomeUnknown),
    ])
    fileprivate func followsTheCancellation(outcome: CancellationOutcome.Status, status: ExitStatus) {
        #expect(ExitStatus(outcome) == status)
    }

    @Test func numbersAreTheContracts() {
        let all: [ExitStatus] = [
            .done, .failed, .usage, .notSignedIn, .nothingAvailable, .outcomeUnknown, .needsYes,
        ]
        #expect(all.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6])
    }
}
