@testable import ResyDomain
import ResyNative

extension Examples {
    private static let old = NamedTable(
        venue: "Joe's", day: day, time: Samples.time(20), party: 2, seating: "Bar", id: 900_000_001)
    private static let new = NamedTable(
        venue: "Joe's", day: day, time: Samples.time(21), party: 2, seating: "Bar", id: 900_000_002)

    static let changing: [ChangeFinding] = [
        .nothingSaid, .cancelledBefore(old), .beingCancelled(old, .sent), .changedBefore(old: old, new: new),
        .venueUnknown(old), .changeOpen(old, to: new, notTried: new), .changeOpen(old, to: new, notTried: nil),
    ]

    static let changeRemarks: [ChangeRemark] = [
        .nothingToChange, .otherSeating(old: "Bar", new: "Patio"), .saidNo,
        .overLimit(.known(Amount(200) ?? .zero, currency: "USD"), limit: 50), .overLimit(.unknown, limit: 50),
        .because(.places(.late)), .oldStays(url: url), .otherWay, .changedBefore, .triedBefore(url: url),
        .underWayElsewhere, .unknown(.nothing, listUnread: true, url: url),
        .unknown(.fault(status: 500), listUnread: false, url: url), .oldLeft, .oldNotCancelled(nil),
        .oldNotCancelled(.places(.late)), .oldMaybeCancelled(url: url), .oldKept, .notRecorded, .wishesGoAlong,
    ]
}
