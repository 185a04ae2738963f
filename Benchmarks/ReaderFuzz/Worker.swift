import BenchmarkSupport
import Foundation

/// Reads inputs in a process of its own, which the system ends if one takes too much.
struct Worker {
    let inputs: Inputs
    let reading: Reading
    let limits: Limits

    /// What one input, and all of them together, may take.
    struct Limits {
        /// CPU seconds for an input.
        let seconds: Int
        /// Address space of the process in bytes.
        let memory: Int
    }

    /// Reads inputs one after the other, and prints the number of each before it is read: the last
    /// one is to blame if the process ends.
    ///
    /// - Parameters:
    ///   - numbers: The inputs; the rest is left out when the time is over.
    ///   - deadline: When to stop.
    /// - Throws: `Reading.Fault`, or an error of the system.
    func run(_ numbers: some Sequence<Int>, until deadline: Date) throws {
        try limitMemory()
        var summary = Summary()
        for number in numbers {
            print(number)
            fflush(nil)
            let bytes = inputs.bytes(number)
            let start = rusage.ofThisProcess().cpuSeconds
            limitTime(to: limits.seconds)
            let isRead = try reading.read(bytes, number: number)
            limitTime(to: 0)
            let usage = rusage.ofThisProcess()
            summary.add(number, isRead, usage.cpuSeconds - start, usage.peakMemory)
            if Date.now >= deadline { break }
        }
        print(summary)
    }

    /// From here on allocating more than the limit fails, which ends the process.
    private func limitMemory() throws {
        var limit = rlimit(rlim_cur: rlim_t(limits.memory), rlim_max: rlim_t(limits.memory))
        #if canImport(Darwin)
        let result = unsafe setrlimit(RLIMIT_AS, &limit)
        #else
        let result = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        #endif
        guard result == 0 else {
            throw Reading.Fault(description: "the system does not limit memory")
        }
    }

    /// A timer that ends the process by a signal when it has used so much CPU time; 0 stops it.
    private func limitTime(to seconds: Int) {
        var timer = itimerval()
        timer.it_value.tv_sec = seconds
        #if canImport(Darwin)
        unsafe setitimer(ITIMER_PROF, &timer, nil)
        #else
        unsafe setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
        #endif
    }
}

/// What reading many inputs took.
private struct Summary: CustomStringConvertible {
    private(set) var count = 0
    private var readCount = 0
    private var slowest = (seconds: 0.0, number: 0)
    private var largest = (memory: 0, number: 0)

    mutating func add(_ number: Int, _ isRead: Bool, _ seconds: Double, _ peakMemory: Int) {
        count += 1
        if isRead { readCount += 1 }
        if seconds > slowest.seconds { slowest = (seconds, number) }
        if peakMemory > largest.memory { largest = (peakMemory, number) }
    }

    var description: String {
        """
        \(count) inputs, \(readCount) of them manifests; slowest: input \(slowest.number), \
        \(slowest.seconds.rounded(2)) s; most memory: input \(largest.number), \
        \(largest.memory >> 20) MB in all
        """
    }
}

extension rusage {
    /// User and system time in seconds.
    fileprivate var cpuSeconds: Double {
        [ru_utime, ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
