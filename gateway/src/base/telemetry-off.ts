// The engine reads this when it is constructed and otherwise reports to an outside host; it must run before the
// engine's own modules, so the files that import the engine import this one first.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
