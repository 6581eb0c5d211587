// The reference backend: a web-standard fetch handler over a database, and what is needed to run it.
export { type App, type AppOptions, createApp } from './app.ts';
export { type Database, type DatabaseAddress, openDatabase } from './database/database.ts';
export { FolderInUse } from './database/folder-lock.ts';
export { DatabaseTooNew, migrate } from './database/migrate.ts';
export { type DemoOptions, mailFolderIn, startDemo } from './demo/start-demo.ts';
export { type Log } from './http/log.ts';
export { fileMailer, type Mailer, MailRefused, type Message, smtpMailer } from './mail/mailer.ts';
export { type MailOptions } from './mail/post.ts';
export { removeWorkspace } from './repository/remove-workspace.ts';
export { hasWorkspace, type SeedOptions, seedWorkspace } from './repository/seed-workspace.ts';
export { createSqlRepository, type SqlRepository } from './repository/sql-repository.ts';
export { PortUnavailable, type RunningServer, runServer, type ServeOptions, startServer } from './serve.ts';
export { BadSettings, databaseNote, mailNote, type Settings, settingsOf } from './settings.ts';
export { type KeySource } from './token/key-set.ts';
export { revoke } from './token/standing.ts';
export { type Issuer } from './token/verify-token.ts';
