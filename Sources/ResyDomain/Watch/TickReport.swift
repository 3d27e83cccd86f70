/// What one tick did.
package struct TickReport: Sendable {
    /// Watches that were looked for.
    package var looked = 0
    package var requests = 0
    /// What is new, told or not.
    package var messages: [WatchMessage] = []
    /// What did not get through; the next tick tries again.
    package var failed: [(sink: WatchSink, fault: WatchSinkFault)] = []
    /// Set by this tick, or standing since an earlier one.
    package var pause: WatchPause?
    /// This tick met what it is for.
    package var isNewPause = false
    /// The diner's own calls were limited or blocked: nothing was looked at.
    package var stop: Breaker.Stop?
    /// Why a look failed, or the next ones were left to a later tick.
    package var fault: ResyError?
    /// No looking budget is left; later ticks go on.
    package var isSpent = false
    /// Another one was under way: this one did nothing.
    package var isBeside = false

    package init() {}
}
