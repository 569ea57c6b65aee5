-- Codes, hashes, ids and closed words are ascii_bin: compared byte by byte and small in every index.
-- What people read is utf8mb4_unicode_ci; names that must keep apart what differs in case only are utf8mb4_bin.

-- CreateTable
CREATE TABLE `data_origin` (
    `id` TINYINT NOT NULL DEFAULT 1,
    `kind` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `origin_id` VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `created_at` DATETIME(3) NOT NULL,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `data_version` (
    `id` TINYINT NOT NULL DEFAULT 1,
    `version` BIGINT NOT NULL DEFAULT 0,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `countries` (
    `code` CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `name` VARCHAR(120) NULL,
    `continent` CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `source` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `source_differences` TEXT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `version` INTEGER NOT NULL DEFAULT 1,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    PRIMARY KEY (`code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `cities` (
    `code` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `name` VARCHAR(120) NULL,
    `country_code` CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `utc_offset_minutes` SMALLINT NULL,
    `time_zone` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `airport_codes` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    `source` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `source_differences` TEXT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `version` INTEGER NOT NULL DEFAULT 1,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    INDEX `cities_country_code_idx`(`country_code`),
    PRIMARY KEY (`code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `airports` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `airport_code` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `name` VARCHAR(160) NULL,
    `city_code` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `country_code` CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `location_type` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `latitude` DECIMAL(8, 5) NULL,
    `longitude` DECIMAL(8, 5) NULL,
    `utc_offset_minutes` SMALLINT NULL,
    `time_zone` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `time_zone_basis` VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `source` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `source_differences` TEXT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `version` INTEGER NOT NULL DEFAULT 1,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `airports_airport_code_key`(`airport_code`),
    INDEX `airports_country_code_airport_code_idx`(`country_code`, `airport_code`),
    INDEX `airports_name_airport_code_idx`(`name`, `airport_code`),
    INDEX `airports_location_type_airport_code_idx`(`location_type`, `airport_code`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `airlines` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `airline_code` VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `icao_code` VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `name` VARCHAR(160) NULL,
    `country_code` CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `source` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `source_differences` TEXT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `version` INTEGER NOT NULL DEFAULT 1,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `airlines_airline_code_key`(`airline_code`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `aircraft` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `aircraft_code` VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `name` VARCHAR(160) NULL,
    `equipment_code` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `source` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `source_differences` TEXT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `version` INTEGER NOT NULL DEFAULT 1,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `aircraft_aircraft_code_key`(`aircraft_code`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `sync_runs` (
    `id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `scope` VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `run_trigger` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `requested_by` VARCHAR(190) NULL,
    `status` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `message` VARCHAR(1000) NULL,
    `priority` SMALLINT NOT NULL DEFAULT 100,
    `cancel_requested_at` DATETIME(3) NULL,
    `lease_owner` VARCHAR(120) NULL,
    `lease_until` DATETIME(3) NULL,
    `waiting_until` DATETIME(3) NULL,
    `created_at` DATETIME(3) NOT NULL,
    `started_at` DATETIME(3) NULL,
    `finished_at` DATETIME(3) NULL,

    INDEX `sync_runs_created_at_id_idx`(`created_at`, `id`),
    INDEX `sync_runs_stream_created_at_idx`(`stream`, `created_at`),
    INDEX `sync_runs_status_priority_created_at_idx`(`status`, `priority`, `created_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `sync_windows` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `scope` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `window_key` VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `position` INTEGER NOT NULL,
    `plan` TEXT NOT NULL,
    `state` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `expected` INTEGER NULL,
    `fetched` INTEGER NOT NULL DEFAULT 0,
    `inserted` INTEGER NOT NULL DEFAULT 0,
    `updated` INTEGER NOT NULL DEFAULT 0,
    `unchanged` INTEGER NOT NULL DEFAULT 0,
    `rejected` INTEGER NOT NULL DEFAULT 0,
    `unreadable` INTEGER NOT NULL DEFAULT 0,
    `calls` INTEGER NOT NULL DEFAULT 0,
    `bytes` BIGINT NOT NULL DEFAULT 0,
    `attempts` INTEGER NOT NULL DEFAULT 0,
    `last_code` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `message` VARCHAR(1000) NULL,
    `asked_at` DATETIME(3) NULL,
    `finished_at` DATETIME(3) NULL,

    UNIQUE INDEX `sync_windows_run_id_scope_window_key_key`(`run_id`, `scope`, `window_key`),
    INDEX `sync_windows_run_id_position_idx`(`run_id`, `position`),
    INDEX `sync_windows_stream_scope_window_key_finished_at_idx`(`stream`, `scope`, `window_key`, `finished_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `window_payloads` (
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `window_id` BIGINT NOT NULL,
    `store` VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `status` SMALLINT NOT NULL,
    `hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `noted_at` DATETIME(3) NOT NULL,

    INDEX `window_payloads_window_id_idx`(`window_id`),
    PRIMARY KEY (`payload_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `rejects` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `rule` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `record_key` VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    `sample_hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `field` VARCHAR(80) NULL,
    `value` VARCHAR(255) NULL,
    `message` VARCHAR(500) NOT NULL,
    `sample` TEXT NOT NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `seen_count` INTEGER NOT NULL DEFAULT 1,
    `first_seen_at` DATETIME(3) NOT NULL,
    `last_seen_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `rejects_stream_rule_record_key_sample_hash_key`(`stream`, `rule`, `record_key`, `sample_hash`),
    INDEX `rejects_last_seen_at_idx`(`last_seen_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `unreadable_positions` (
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `position` INTEGER NOT NULL,
    `status` SMALLINT NOT NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `first_seen_at` DATETIME(3) NOT NULL,
    `last_seen_at` DATETIME(3) NOT NULL,
    `healed_at` DATETIME(3) NULL,

    PRIMARY KEY (`stream`, `position`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `drift` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `kind` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `path` VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    `found` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `seen_count` INTEGER NOT NULL,
    `first_seen_at` DATETIME(3) NOT NULL,
    `last_seen_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `drift_stream_kind_path_found_key`(`stream`, `kind`, `path`, `found`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `quota_hours` (
    `key_hash` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `hour` DATETIME(0) NOT NULL,
    `calls` INTEGER NOT NULL DEFAULT 0,
    `spent_at` DATETIME(3) NULL,

    PRIMARY KEY (`key_hash`, `hour`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `quota_pace` (
    `key_hash` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `next_call_at` DATETIME(3) NOT NULL,

    PRIMARY KEY (`key_hash`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `leases` (
    `name` VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `owner` VARCHAR(120) NOT NULL,
    `until` DATETIME(3) NOT NULL,

    PRIMARY KEY (`name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `payload_bodies` (
    `hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `bytes` INTEGER NOT NULL,
    `stored_bytes` INTEGER NOT NULL,
    `body` LONGBLOB NOT NULL,
    `saved_at` DATETIME(3) NOT NULL,

    PRIMARY KEY (`hash`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `payload_answers` (
    `id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `window_name` VARCHAR(110) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `path` VARCHAR(300) NOT NULL,
    `query` TEXT NOT NULL,
    `status` SMALLINT NOT NULL,
    `headers` TEXT NOT NULL,
    `hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `received_at` DATETIME(3) NOT NULL,
    `duration_ms` INTEGER NOT NULL,

    INDEX `payload_answers_hash_idx`(`hash`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `users` (
    `id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `email` VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    `name` VARCHAR(120) NOT NULL,
    `role` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `password_hash` VARCHAR(100) NOT NULL,
    `token_version` INTEGER NOT NULL DEFAULT 1,
    `last_sign_in_at` DATETIME(3) NULL,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `users_email_key`(`email`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `sync_windows` ADD CONSTRAINT `sync_windows_run_id_fkey` FOREIGN KEY (`run_id`) REFERENCES `sync_runs`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `window_payloads` ADD CONSTRAINT `window_payloads_window_id_fkey` FOREIGN KEY (`window_id`) REFERENCES `sync_windows`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;


-- The one row that every writer bumps.
INSERT INTO `data_version` (`id`, `version`) VALUES (1, 0);
