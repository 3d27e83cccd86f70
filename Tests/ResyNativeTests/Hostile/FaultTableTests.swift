@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative
@testable import SandboxKit

/// Every way in which one answer can be spoiled, at each call where it matters: what the diner is told, and what is on
/// record afterwards, here and at Resy.
@Suite(.timeLimit(.minutes(10))) struct FaultTableTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let ordeal: Ordeal
        let fault: Fault
        let told: String
        let after: Aftermath

        var testDescription: String { "\(ordeal): \(fault.name) \(fault.value.map { String($0) } ?? "")" }
    }

    /// Answers that can be read in spite of it.
    static let harmless: [Fault] = [
        .halfClose, .drip(milliseconds: 1), .numbersAsStrings, .extraFields, .omitOptional, .dateSkew(seconds: 86_400),
        .dateSkew(seconds: -86_400), .delay(milliseconds: 30), .invalidUTF8, .deepNesting(10_000),
    ]

    /// Answers that cannot, and what is said of them.
    static let spoiled: [(fault: Fault, told: String)] = [
        (.resetBefore, "network: The connection broke off."),
        (.stall(milliseconds: 60_000), "network: Resy did not answer in time."),
        (.drip(milliseconds: 100), "network: Resy did not answer in time."),
        (.truncate(20), "network: Resy's answer could not be read."),
        (.wrongLength(100), "network: Resy's answer could not be read."),
        (.garbage, "network: Resy's answer could not be read."),
        (.wrongLength(-10), "schema_changed: Resy's answer is not as expected at $."),
        (.page(200), "schema_changed: Resy's answer is not as expected at $."),
        (.duplicateKeys, "schema_changed: Resy's answer is not as expected at $."),
        (.wrongTypes, "schema_changed: Resy's answer is not as expected at "),
        (.missingFields, "schema_changed: Resy's answer is not as expected at "),
        (.emptyAfterCommit, "schema_changed: Resy's answer is not as expected at "),
        (.rateLimited(seconds: 30), "rate_limited: Resy asks for fewer requests."),
        (.rateLimitedUntil(seconds: 30), "rate_limited: Resy asks for fewer requests."),
        (.blockedPage, "blocked: Resy blocked this connection."),
        (.blockedText, "blocked: Resy blocked this connection."),
        (.status(500), "resy_error: Resy had an error (HTTP 500)."),
        (.status(503), "resy_error: Resy had an error (HTTP 503)."),
        (.badGatewayBefore, "resy_error: Resy had an error (HTTP 502)."),
    ]
    /// Where the limit is small enough for a debug build to reach it at once; `memory.py` has them for every call.
    static let floods: [(fault: Fault, told: String)] = [
        (.gzipBomb(bytes: 6_000_000), "network: The answer was larger than any real one."),
        (.bigBody(bytes: 6_000_000), "network: The answer was larger than any real one."),
    ]

    static let nothing = Aftermath(journal: [], remembered: 0, held: 0)
    static let booked = Aftermath(journal: ["booked"], remembered: 1, held: 1)

    static func rows(_ ordeal: Ordeal, _ faults: [Fault], _ told: String, _ after: Aftermath) -> [Row] {
        faults.map { Row(ordeal: ordeal, fault: $0, told: told, after: after) }
    }

    static func rows(_ ordeal: Ordeal, _ faults: [(fault: Fault, told: String)], _ after: Aftermath) -> [Row] {
        faults.map { Row(ordeal: ordeal, fault: $0.fault, told: $0.told, after: after) }
    }

    static let reading: [Row] = {
        var all = rows(.find, harmless, "23 tables", nothing)
        all += rows(.find, spoiled, nothing)
        all += rows(.details, harmless, "booked RESY-900000001", booked)
        all += rows(.details, spoiled, nothing)
        all += rows(.details, floods, nothing)
        all += rows(.list, harmless, "1 listed", booked)
        // A list that cannot be read is no proof that the table is gone.
        all += rows(.list, spoiled.map { $0.fault }, "1 remembered", booked)
        return all
    }()

    @Test(arguments: reading) func whatIsReadIsTrueOrAnError(_ row: Row) async throws {
        // Reads are tried again after some of these, by `ResyAPI` and, on a kept connection, by libcurl.
        try await play(row, times: 9)
    }

    /// What happened at Resy is found out from the list, and what may have happened is never called a failure.
    static let committed: [Fault] = [
        .dropAfterCommit, .badGatewayAfterCommit, .pageAfterCommit, .emptyAfterCommit, .truncate(20),
        .wrongLength(100), .wrongLength(-10), .duplicateKeys, .wrongTypes, .missingFields,
        .drip(milliseconds: 100), .gzipBomb(bytes: 6_000_000), .bigBody(bytes: 6_000_000),
    ]
    static let unclear: [Fault] = [
        .resetBefore, .stall(milliseconds: 60_000), .garbage, .page(200), .status(500), .status(503),
        .badGatewayBefore, .blockedPage, .blockedText,
    ]
    static let refused: [(fault: Fault, told: String)] = [
        (.status(400), "resy_error: Resy refused the request (HTTP 400)"), (.paymentForbidden, "payment_required: "),
        (.methodNotAllowed, "schema_changed: "),
        (.slotVanishes(status: 412), "slot_gone: "),
    ]

    static let booking: [Row] = {
        var all = rows(.book, harmless, "booked RESY-900000001", booked)
        all += rows(.book, committed, "booked RESY-900000001", booked)
        all += rows(.book, [.createdEmpty, .createdWithoutID], "booked RESY-900000001", booked)
        // A limit or an odd status may come from the edge or after the deed: only a refusal that is known as one is a proof.
        all += rows(
            .book, unclear + [.rateLimited(seconds: 30), .accountGone], "unknown",
            Aftermath(journal: ["unknown"], remembered: 0, held: 0))
        all += rows(.book, refused, Aftermath(journal: ["not_booked"], remembered: 0, held: 0))
        return all
    }()

    @Test(arguments: booking) func aBookingIsNeverALie(_ row: Row) async throws {
        try await play(row, times: 9)
    }

    static let gone = Aftermath(journal: ["cancelled"], remembered: 0, held: 0)
    static let cancelling: [Row] = {
        var all = rows(.cancel, harmless, "cancelled", gone)
        all += rows(.cancel, committed, "cancelled", gone)
        all += rows(.cancel, unclear, "unknown", booked)
        // What is not found or limited may have been done by then, as long as a list may be late.
        all += rows(.cancel, [.rateLimited(seconds: 30), .accountGone], "unknown", booked)
        all += rows(.cancel, [.paymentForbidden, .methodNotAllowed], "not_cancelled", booked)
        return all
    }()

    @Test(arguments: cancelling) func aCancellationIsNeverALie(_ row: Row) async throws {
        try await play(row, times: 9)
    }

    static let signingIn: [Row] = {
        var all = rows(.signIn, harmless, "signed in", nothing)
        for (fault, told) in spoiled + floods {
            let words = told.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
            let sentence = told.hasPrefix("blocked") ? "Resy turned away the sign-in by program" : words
            all.append(Row(ordeal: .signIn, fault: fault, told: "stored unverified: \(sentence)", after: nothing))
        }
        return all
    }()

    @Test(arguments: signingIn) func aSignInThatCouldNotBeProvedIsSaidToBeUnproved(_ row: Row) async throws {
        try await play(row, times: 1)
    }

    private func play(_ row: Row, times: Int) async throws {
        try await onStage(signedIn: row.ordeal != .signIn) { (stage) async throws in
            try await row.ordeal.prepare(stage)
            await stage.sandbox.fault(row.fault, on: row.ordeal.endpoint, times: times)
            let isSlow = row.fault.name == .stall || row.fault.name == .drip && row.fault.value == 100
            let told = await row.ordeal.told(stage, isHurried: isSlow)
            #expect(told.hasPrefix(row.told), "\(told)")
            await stage.sandbox.clearFaults()
            let after = try await Aftermath(of: stage)
            #expect(after == row.after)
            if row.ordeal == .book || row.ordeal == .cancel {
                #expect(await stage.count(row.ordeal.endpoint) == 1)
            }
            if row.ordeal == .signIn {
                let kept = try #require(try stage.resy.credentials.get(AuthManager.platform))
                #expect(kept.isVerified == (row.told == "signed in"))
                #expect((kept.authToken != nil) == kept.isVerified)
                #expect(kept.password == Secret(Stage.password))
            }
        }
    }
}
