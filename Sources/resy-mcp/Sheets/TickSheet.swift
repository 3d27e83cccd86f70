internal import ResyDomain
internal import ResyNative

/// What a tick did, for whoever reads its errors: what it found stands on its standard output.
struct TickSheet {
    let report: TickReport
    /// Somebody watches it, or wants all of it: else what is as it should be is not said, since cron sends each word by mail.
    var isAttended = true
    let now: Instant

    private var voice: Voice { .person.at(now) }

    /// Empty where all went as it should.
    var lines: [String] {
        var lines = isAttended || report.isNewPause ? standing : []
        if let fault = report.fault { lines.append(voice.joined([voice.message(fault), voice.hint(fault)])) }
        for (sink, fault) in report.failed {
            lines.append(
                voice.joined([
                    voice.text(WatchFinding.sinkFailed(sink, fault)),
                    fault.path.map { voice.text(.mendProgram(path: $0)) } ?? "",
                    voice.text(WatchAdvice.nextTickTries),
                ]))
        }
        return lines
    }

    /// Why it looked for less than it might have.
    private var standing: [String] {
        var lines: [String] = []
        if report.isBeside { lines.append("Another tick is under way; this one did nothing.") }
        if let pause = report.pause { lines.append(voice.text(WatchRemark.paused(pause))) }
        if let stop = report.stop {
            lines.append(
                "Resy is left alone after a limit or a block of your own calls: the looks go on "
                    + "\(voice.wait(until: stop.until)).")
        }
        if report.isSpent {
            lines.append("This computer has asked Resy enough for now: the rest waits for a later tick.")
        }
        return lines
    }
}

extension WatchSinkFault {
    /// The program's, where its modes are at fault.
    fileprivate var path: String? {
        switch self {
        case .anotherUsers(let path), .openToOthers(let path): path
        default: nil
        }
    }
}
